// Assigning a seat: a name without its accents, Enter, done; every refusal with its reason; ten seconds to undo.
import type { Page } from "@playwright/test";

import { OFFERS, heard, options, part, rowsWith, unfold } from "../support/benefits.ts";
import { stopTime } from "../support/clock.ts";
import { counted } from "../support/effort.ts";
import { expect, test } from "../support/test.ts";
import type { Words } from "../support/words.ts";

/** Nobody holds a seat of this pool: 25 are free. */
const POOL = OFFERS.cloudProductivity;
const [PERSON, TYPED] = ["Zsófia Keller", "zsofia keller"];

test.use({ changes: true });
test.beforeEach(({ enter }) => enter("lumiere", "global-admin"));

const picker = (page: Page, words: Words) => page.getByLabel(words("visual-studio-picker-label"), { exact: true });
const press = (page: Page, words: Words) =>
  page.getByRole("button", { name: words("visual-studio-assign-button"), exact: true }).click();

test("a person is found without accents, and gets the seat", async ({ page, open, words, pick, scripted }) => {
  await open("/benefits/visual-studio");
  const detail = await unfold(page, rowsWith(page, pick(POOL)));
  await expect(part(detail, words("visual-studio-ledger-title"))).toContainText(words("visual-studio-ledger-empty"));
  await picker(page, words).fill(TYPED);
  if (scripted) {
    await expect(options(page)).toHaveText([/Zsófia Keller/]);
    await picker(page, words).press("Enter");
  } else {
    await press(page, words);
  }
  await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
  await expect(detail.getByRole("rowheader", { name: PERSON })).toBeVisible();
  await expect(detail).toContainText(words("visual-studio-assign-left", { count: 24, granted: 25 }));
});

test("several people match: one of them is chosen @plain", async ({ page, open, words, pick, journal }) => {
  journal.announce(422, "/benefits/visual-studio");
  await open("/benefits/visual-studio");
  await unfold(page, rowsWith(page, pick(POOL)));
  await picker(page, words).fill("zsofia");
  await press(page, words);
  await expect(page.getByRole("main")).toContainText(words("errors-field-several", { count: 10 }));
  await expect(page.getByRole("main")).toContainText(words("visual-studio-picker-more", { shown: 8, count: 10 }));
  await page.getByRole("button", { name: PERSON }).click();
  await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
});

test("several people match: Enter assigns nobody until one is chosen @hydrated", async ({ page, open, words, pick }) => {
  await open("/benefits/visual-studio");
  const detail = await unfold(page, rowsWith(page, pick(POOL)));
  await picker(page, words).fill("zsofia");
  await expect(options(page)).toHaveCount(8);
  await expect(page.locator(".person-picker__more")).toHaveText(words("visual-studio-picker-more", { shown: 8, count: 10 }));
  await expect(page.locator("[role=option][aria-selected=true]")).toHaveCount(0);
  await picker(page, words).press("Enter");
  await expect(detail).toContainText(words("errors-field-several", { count: 10 }));
  await expect(options(page)).toHaveCount(8);
  await expect(detail).toContainText(words("visual-studio-assign-left", { count: 25, granted: 25 }));
  await picker(page, words).press("ArrowDown");
  await picker(page, words).press("Enter");
  await heard(page, words("outcomes-seat-assigned", { name: "Zsófia Delaunay" }));
});

test("Enter before the answer assigns nobody either, when several match @hydrated", async ({ page, open, words, pick }) => {
  await open("/benefits/visual-studio");
  const detail = await unfold(page, rowsWith(page, pick(POOL)));
  await picker(page, words).pressSequentially("zsofia");
  await picker(page, words).press("Enter");
  await expect(detail).toContainText(words("errors-field-several", { count: 10 }));
  await expect(detail).toContainText(words("visual-studio-assign-left", { count: 25, granted: 25 }));
});

test("the next name may be typed while an assignment is on its way @hydrated", async ({ page, open, words, pick }) => {
  await open("/benefits/visual-studio");
  const detail = await unfold(page, rowsWith(page, pick(POOL)));
  const gates: (() => void)[] = [];
  const wait = () => new Promise<void>((resolve) => gates.push(resolve));
  for (const slow of ["**/act/assign-seat", "**/api/benefits/**"]) {
    await page.route(slow, async (route) => {
      await wait();
      await route.continue();
    });
  }
  await picker(page, words).fill(TYPED);
  await options(page, PERSON).click();
  await expect.poll(() => gates.length, "the act is on its way").toBe(1);
  await picker(page, words).fill("em");
  gates[0]?.();
  await expect.poll(() => gates.length, "the page reads itself again").toBe(2);
  await expect(picker(page, words)).toHaveValue("em");
  await picker(page, words).pressSequentially("ile");
  gates[1]?.();
  await expect(detail.getByRole("rowheader", { name: PERSON })).toBeVisible();
  await expect(picker(page, words)).toHaveValue("emile");
  await expect(picker(page, words)).toBeFocused();
  await expect(options(page).first()).toBeVisible();
});

test("a field is emptied when its act is done, though the page was drawn again meanwhile @hydrated", async ({ page, open, words, pick }) => {
  await open("/benefits/visual-studio");
  const detail = await unfold(page, rowsWith(page, pick(POOL)));
  const gates: (() => void)[] = [];
  await page.route("**/act/assign-seat", async (route) => {
    await new Promise<void>((resolve) => gates.push(resolve));
    await route.continue();
  });
  await picker(page, words).fill(TYPED);
  await options(page, PERSON).click();
  await expect.poll(() => gates.length).toBe(1);
  gates[0]?.();
  await expect(detail.getByRole("rowheader", { name: PERSON })).toBeVisible();
  await expect(picker(page, words)).toHaveValue("");
  await picker(page, words).fill("zsofia delaunay");
  await options(page, "Zsófia Delaunay").click();
  await expect.poll(() => gates.length).toBe(2);
  await detail.getByRole("row", { name: PERSON }).getByRole("button", { name: words("visual-studio-seat-remove") }).click();
  await expect(detail.getByRole("rowheader", { name: PERSON })).toHaveCount(0);
  gates[1]?.();
  await expect(detail.getByRole("rowheader", { name: "Zsófia Delaunay" })).toBeVisible();
  await expect(picker(page, words)).toHaveValue("");
});

test("an assignment is undone", async ({ page, open, words, pick, scripted }) => {
  await open("/benefits/visual-studio");
  const detail = await unfold(page, rowsWith(page, pick(POOL)));
  await picker(page, words).fill(TYPED);
  await (scripted ? options(page, PERSON).click() : press(page, words));
  await expect(detail.getByRole("rowheader", { name: PERSON })).toBeVisible();
  await page.getByRole("button", { name: words("outcomes-seat-assigned.undo") }).click();
  await heard(page, words("outcomes-change-undone"));
  await expect(detail.getByRole("rowheader", { name: PERSON })).toHaveCount(0);
});

test("the offer to undo stays ten seconds, and longer under the pointer @hydrated", async ({ page, open, words, pick }) => {
  await stopTime(page);
  await open("/benefits/visual-studio");
  await unfold(page, rowsWith(page, pick(POOL)));
  await picker(page, words).fill(TYPED);
  await page.clock.runFor(500);
  await options(page, PERSON).click();
  await page.clock.runFor(100);
  const undo = page.getByRole("button", { name: words("outcomes-seat-assigned.undo") });
  await undo.hover();
  await page.clock.runFor(30_000);
  await expect(undo).toBeVisible();
  await page.mouse.move(10, 400);
  await page.clock.runFor(9_000);
  await expect(undo).toBeVisible();
  await page.clock.runFor(1_500);
  await expect(undo).toHaveCount(0);
});

test("two clicks and five keys from the dashboard @hydrated", async ({ page, open, words }) => {
  await open("/");
  const effort = await counted(page);
  await page.getByRole("main").getByRole("link", { name: "Visual Studio Enterprise" }).last().click();
  await assignByKeys(page, words);
  expect(effort.clicks).toBeLessThanOrEqual(2);
  expect(effort.keys).toBeLessThanOrEqual(5);
});

test("fifteen keys and no click from the dashboard @hydrated", async ({ page, open, words }) => {
  await open("/");
  const effort = await counted(page);
  const [skip, target] = [page.getByRole("link", { name: words("shell-skip-content") }), page.getByRole("main").getByRole("link", { name: "Visual Studio Enterprise" }).first()];
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  while (!(await target.evaluate((link) => link === document.activeElement))) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await assignByKeys(page, words);
  expect(effort).toEqual({ clicks: 0, keys: effort.keys });
  expect(effort.keys).toBeLessThanOrEqual(15);
});

test("an answer that never comes loses nothing @hydrated", async ({ page, open, words, pick }) => {
  await page.route("**/act/assign-seat", (route) => route.fulfill({ status: 204 }), { times: 1 });
  await open("/benefits/visual-studio");
  const detail = await unfold(page, rowsWith(page, pick(POOL)));
  await picker(page, words).fill(TYPED);
  await options(page, PERSON).click();
  await heard(page, words("errors-unavailable-brief"));
  await expect(picker(page, words)).toHaveValue(PERSON);
  await press(page, words);
  await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
  await expect(detail.getByRole("rowheader", { name: PERSON })).toHaveCount(1);
});

/** Assigns a seat from the field that has the focus, in five keys. */
async function assignByKeys(page: Page, words: Words): Promise<void> {
  await expect(picker(page, words)).toBeFocused();
  await page.keyboard.type("zso");
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: words("outcomes-seat-assigned.undo") })).toBeVisible();
}
