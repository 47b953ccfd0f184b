// Reassigning and removing: one act each, undone within ten seconds; under the 90-day rule the lock is said before.
import { OFFERS, daysAfter, heard, options, rowsWith, today, unfold } from "../support/benefits.ts";
import { counted } from "../support/effort.ts";
import { NAMES } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { day } from "../support/words.ts";

test.use({ changes: true });

test.describe("at Lumière Conseil, without a cooldown", () => {
  const [FROM, TO, TYPED] = ["João Boulanger", "Zsófia Keller", "zsofia keller"];
  test.beforeEach(({ enter }) => enter("lumiere", "global-admin"));

  test("a seat goes to somebody else in one act, and back", async ({ page, open, words, pick, scripted }) => {
    await open("/benefits/visual-studio");
    const detail = await unfold(page, rowsWith(page, pick(OFFERS.cloudPlatform)));
    await detail.getByRole("row", { name: FROM }).getByRole("link", { name: words("visual-studio-seat-reassign") }).click();
    await expect(page).toHaveURL(/[?&]seat=/);
    const field = page.getByLabel(words("visual-studio-reassign-label"));
    await field.fill(TYPED);
    await (scripted
      ? options(page, TO).click()
      : page.getByRole("button", { name: words("visual-studio-reassign-button") }).click());
    await heard(page, words("outcomes-seat-reassigned", { from: FROM, to: TO }));
    await expect(detail.getByRole("rowheader", { name: TO })).toBeVisible();
    await expect(detail.getByRole("rowheader", { name: FROM })).toHaveCount(0);
    await expect(field).toHaveCount(0);
    await page.getByRole("button", { name: words("outcomes-seat-reassigned.undo") }).click();
    await heard(page, words("outcomes-change-undone"));
    await expect(detail.getByRole("rowheader", { name: FROM })).toBeVisible();
  });

  test("a seat that is removed is free, and the change can be undone", async ({ page, open, words, pick }) => {
    await open("/benefits/visual-studio");
    const detail = await unfold(page, rowsWith(page, pick(OFFERS.cloudPlatform)));
    await detail.getByRole("row", { name: FROM }).getByRole("button", { name: words("visual-studio-seat-remove") }).click();
    await heard(page, words("outcomes-seat-removed", { name: FROM }));
    await expect(detail).toContainText(words("visual-studio-assign-left", { count: 8, granted: 25 }));
    await page.getByRole("button", { name: words("outcomes-seat-removed.undo") }).click();
    await expect(detail.getByRole("rowheader", { name: FROM })).toBeVisible();
  });

  test("an activation is confirmed for somebody else", async ({ page, open, words, pick }) => {
    await open("/benefits/visual-studio");
    const detail = await unfold(page, rowsWith(page, pick(OFFERS.cloudPlatform)));
    const row = detail.getByRole("row", { name: "Émile Haddad" });
    await row.getByRole("button", { name: words("visual-studio-seat-confirm") }).click();
    await heard(page, words("outcomes-seat-activated", { name: "Émile Haddad" }));
    await expect(row).toContainText(words("terms-seat-activated"));
  });

  test("the ledger tells who held a seat before", async ({ page, open, words, pick }) => {
    await open("/benefits/visual-studio");
    const detail = await unfold(page, rowsWith(page, pick(OFFERS.cloudPlatform)));
    const history = detail.locator("details", { hasText: words("visual-studio-history-question", { count: 2 }) });
    await history.locator("summary").click();
    await expect(history.getByRole("listitem")).toHaveCount(2);
    await expect(history).toContainText("Inès Delaunay");
  });

  test("two clicks and five keys from the dashboard @hydrated", async ({ page, open, words, pick }) => {
    await open("/");
    const effort = await counted(page);
    await page.getByRole("main").getByRole("link", { name: "Visual Studio Enterprise" }).first().click();
    await expect(rowsWith(page, pick(OFFERS.applicationDevelopment))).toBeVisible();
    await page.getByRole("link", { name: words("visual-studio-seat-reassign") }).first().click();
    await expect(page.getByLabel(words("visual-studio-reassign-label"))).toBeFocused();
    await page.keyboard.type("zso");
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: words("outcomes-seat-reassigned.undo") })).toBeVisible();
    expect(effort.clicks).toBeLessThanOrEqual(2);
    expect(effort.keys).toBeLessThanOrEqual(5);
  });
});

test.describe("at Fjord Data, under the 90-day rule", () => {
  test.beforeEach(({ enter }) => enter("fjord", "global-admin"));

  test("a locked seat names its day and why, and goes back to its last holder only", async ({ page, open, words, pick, tag }) => {
    await open("/benefits/visual-studio");
    const detail = await unfold(page, rowsWith(page, pick(OFFERS.datacenter)));
    const until = daysAfter(today("Europe/Oslo"), 60);
    const row = detail.getByRole("row", { name: "Mélanie Haddad" });
    await expect(row).toContainText(words("terms-seat-locked", { date: until }));
    const why = detail.locator(`[id="${await row.getAttribute("id")}"] + tr`);
    await why.locator("summary").click();
    await expect(why).toContainText(day(tag, until));
    await expect(why).toContainText(NAMES.fjord["global-admin"]);
    await row.getByRole("button", { name: words("visual-studio-seat-give-back", { name: "Mélanie Haddad" }) }).click();
    await heard(page, words("outcomes-seat-assigned", { name: "Mélanie Haddad" }));
  });

  test("what a removal locks is said before, and reassigning at once is closed", async ({ page, open, words, pick }) => {
    await open("/benefits/visual-studio");
    const detail = await unfold(page, rowsWith(page, pick(OFFERS.datacenter)));
    const until = daysAfter(today("Europe/Oslo"), 10);
    const row = detail.getByRole("row", { name: "Clémence Brännström" });
    await expect(row).toContainText(words("visual-studio-seat-remove-lock", { date: until }));
    const closed = row.locator("[data-act=reassign-seat]");
    await expect(closed).toHaveAttribute("data-refusal", "seat/too-soon");
    await expect(closed).toContainText(words("refusals-seat-too-soon", { date: until }));
    await row.getByRole("button", { name: words("visual-studio-seat-remove") }).click();
    await heard(page, words("outcomes-seat-removed-locked", { name: "Clémence Brännström", date: until }));
    await expect(row).toContainText(words("terms-seat-locked", { date: until }));
  });
});
