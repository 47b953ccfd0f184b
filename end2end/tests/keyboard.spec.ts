// The main journeys with the keyboard alone. The focus is always seen, always somewhere, and comes back.
import type { Locator, Page } from "@playwright/test";

import { OFFERS, arrow, heard, options, part, rowsWith } from "../support/benefits.ts";
import { isBehind, isSomewhere, press, tabTo } from "../support/keyboard.ts";
import { PASSWORD } from "../support/people.ts";
import { type OfTest, expect, hydrated, test } from "../support/test.ts";

const SOFTWARE = "Exchange Server 2019 Standard";
const PERSON = "Zsófia Keller";

test.use({ changes: true });

test("signing in with address and password", async ({ page, open, words }) => {
  await open("/sign-in");
  await tabTo(page, page.getByLabel(words("sign-in-address-label")));
  await page.keyboard.type("ines.delaunay@lumiere.example");
  await tabTo(page, page.getByLabel(words("sign-in-password-label")));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/");
});

test("the first stop of a page leads past the navigation", async ({ page, enter, open, words }) => {
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: words("shell-skip-content") })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.getByRole("main").evaluate((main) => main.contains(document.activeElement))).toBe(true);
});

test("opening a row and getting its keys", async ({ page, enter, open, words, scripted }) => {
  await enter("lumiere", "global-admin");
  await open(`/benefits/software?q=${encodeURIComponent(SOFTWARE)}`);
  const toggle = arrow(rowsWith(page, SOFTWARE).first());
  await press(page, toggle);
  const keys = part(page.locator(".detail").first(), words("software-keys-title"));
  await expect(keys).toBeVisible();
  await (scripted ? expect(toggle).toBeFocused() : undefined);
  await press(page, keys.getByRole("button", { name: words("software-keys-button") }));
  await heard(page, words("outcomes-keys-listed", { drawn: 2 }));
  await expect(keys.getByRole("listitem")).toHaveCount(2);
  await (scripted ? expect.poll(() => isSomewhere(page), "the focus is somewhere").toBe(true) : undefined);
  await press(page, keys.getByRole("button", { name: words("software-key-show") }).first());
  await expect(page.getByText(/^ATOUT-/)).toBeVisible();
});

test("assigning a seat and taking it back @hydrated", async ({ page, enter, open, words, pick }) => {
  const picker = await atPicker({ page, enter, open, words, pick });
  await page.keyboard.type("zsofia");
  await expect(options(page, PERSON)).toBeVisible();
  while ((await options(page, PERSON).getAttribute("aria-selected")) !== "true") {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
  await expect(picker).toBeFocused();
  const undo = page.getByRole("button", { name: words("outcomes-seat-assigned.undo") });
  await page.keyboard.press("Tab");
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await heard(page, words("outcomes-change-undone"));
  await expect(picker).toBeFocused();
  await expect(page.getByRole("rowheader", { name: PERSON })).toHaveCount(0);
});

test("news that can be undone is one stop away, and the way goes on from where the reader was @hydrated", async ({ page, enter, open, words, pick }) => {
  const picker = await atPicker({ page, enter, open, words, pick });
  await page.keyboard.type("zsofia keller");
  await expect(options(page, PERSON)).toBeVisible();
  await page.keyboard.press("Enter");
  const undo = page.getByRole("button", { name: words("outcomes-seat-assigned.undo") });
  await expect(undo).toBeVisible();
  await expect(picker).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(undo).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(picker).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: words("visual-studio-assign-button"), exact: true })).toBeFocused();
});

test("the list of people opens, closes and keeps what is typed @hydrated", async ({ page, enter, open, words, pick }) => {
  const picker = await atPicker({ page, enter, open, words, pick });
  await page.keyboard.type("zsofia");
  await expect(picker).toHaveAttribute("aria-expanded", "true");
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(picker).toHaveAttribute("aria-expanded", "false");
  await expect(picker).toHaveValue("zsofia");
  await expect(picker).toBeFocused();
});

test("a question takes the focus, keeps it, and gives it back @hydrated", async ({ page, enter, open, words }) => {
  await enter("fjord", "global-admin");
  await open(`/benefits/software?q=${encodeURIComponent(SOFTWARE)}`);
  await press(page, arrow(rowsWith(page, SOFTWARE).first()));
  await press(page, page.getByRole("button", { name: words("software-keys-button") }));
  const show = page.getByRole("button", { name: words("software-key-show") }).first();
  await press(page, show);
  const question = page.getByRole("dialog");
  await expect(question.getByRole("button", { name: words("software-reveal-cancel") })).toBeFocused();
  for (let steps = 0; steps < 4; steps += 1) {
    await page.keyboard.press("Tab");
    expect(await isBehind(page), "the focus stays in the question").toBe(false);
  }
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(show).toBeFocused();
});

test("the menu of a narrow screen opens, closes and gives the focus back @hydrated", async ({ page, enter, open, words }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await enter("lumiere", "global-admin");
  await open("/");
  const menu = page.locator("summary", { hasText: words("shell-nav-menu-button") });
  const benefits = page.getByRole("navigation", { name: words("shell-nav-region.aria-label") }).getByRole("link", { name: words("shell-nav-benefits") });
  await press(page, menu);
  await expect(benefits).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(benefits).toBeHidden();
  await expect(menu).toBeFocused();
  await page.keyboard.press("Enter");
  await press(page, benefits);
  await expect(page).toHaveURL("/benefits/software");
  await hydrated(page);
});

test("the language changes under the finger that changes it @hydrated", async ({ page, enter, open, tag }) => {
  await enter("lumiere", "default-user");
  await open("/");
  const other = tag === "en-US" ? "fr-FR" : "en-US";
  const choice = page.locator(`button[name=language][value="${other}"]`);
  await press(page, choice);
  await expect(page.locator("html")).toHaveAttribute("lang", other);
  await expect(choice).toBeFocused();
});

/** Opens a pool with the keyboard, and returns the field for a person, which then has the focus. */
async function atPicker({ page, enter, open, words, pick }: Pick<OfTest, "enter" | "open" | "words" | "pick"> & { page: Page }): Promise<Locator> {
  await enter("lumiere", "global-admin");
  await open("/benefits/visual-studio");
  await press(page, arrow(rowsWith(page, pick(OFFERS.cloudProductivity))));
  const picker = page.getByLabel(words("visual-studio-picker-label"), { exact: true });
  await expect(picker).toBeFocused();
  return picker;
}
