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
  await expect(page.getByRole("main")).toContainText(words("visual-studio-picker-several", { text: "zsofia" }));
  await page.getByRole("button", { name: PERSON }).click();
  await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
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
  await expect(picker(page, words)).toBeFocused();
  await page.keyboard.type("zsof");
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: words("outcomes-seat-assigned.undo") })).toBeVisible();
  expect(effort.clicks).toBeLessThanOrEqual(2);
  expect(effort.keys).toBeLessThanOrEqual(5);
});

test("fifteen keys and no click from the dashboard @hydrated", async ({ page, open, words }) => {
  await open("/");
  const effort = await counted(page);
  const [skip, target] = [page.getByRole("link", { name: words("shell-skip-content") }), page.getByRole("main").getByRole("link").nth(1)];
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  while (!(await target.evaluate((link) => link === document.activeElement))) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(picker(page, words)).toBeFocused();
  await page.keyboard.type("zsof");
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: words("outcomes-seat-assigned.undo") })).toBeVisible();
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
