// The dashboard answers "what needs me?", and leads there.
import { daysAfter, heard, today } from "../support/benefits.ts";
import { NAMES } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { day } from "../support/words.ts";

const card = "main section.card";

test("an offer that ends in nine days is named with its day", async ({ page, enter, open, words, tag }) => {
  await enter("atelier", "global-admin");
  await open("/");
  const ending = page.locator(card).filter({ has: page.getByRole("heading", { name: words("dashboard-ending-title") }) });
  const end = daysAfter(today("Europe/Brussels"), 9);
  await expect(ending).toContainText("Microsoft Action Pack");
  await expect(ending.locator(`time[datetime="${end}"]`)).toHaveText(day(tag, end));
  await expect(ending).toContainText(words("dates-distance-future", { days: 9 }));
});

test("seats that wait lead to their pool", async ({ page, enter, open, words }) => {
  await enter("fjord", "global-admin");
  await open("/");
  const waiting = page.locator(card).filter({ has: page.getByRole("heading", { name: words("dashboard-waiting-title") }) });
  await waiting.getByRole("link", { name: NAMES.fjord["default-user"] }).click();
  await expect(page).toHaveURL(/\/benefits\/visual-studio\?open=/);
  await expect(page.getByRole("heading", { name: words("visual-studio-ledger-title") })).toBeVisible();
});

test("what was never used leads to its row", async ({ page, enter, open, words }) => {
  await enter("lumiere", "global-admin");
  await open("/");
  const unused = page.locator(card).filter({ has: page.getByRole("heading", { name: words("dashboard-unused-title") }) });
  await unused.getByRole("link", { name: "Exchange Server 2019 Standard" }).click();
  await expect(page).toHaveURL(/\/benefits\/software\?open=/);
  await expect(page.getByRole("button", { name: words("software-keys-button") })).toBeVisible();
});

test.describe("what is one's own", () => {
  test.use({ changes: true });

  test("a default user confirms a seat that waits", async ({ page, enter, open, words }) => {
    await enter("lumiere", "default-user");
    await open("/");
    await expect(page.getByRole("heading", { name: words("dashboard-unused-title") })).toHaveCount(0);
    await page.getByRole("button", { name: words("dashboard-waiting-confirm") }).click();
    await heard(page, words("outcomes-seat-activated", { name: "Nadia Benali" }));
    await expect(page.getByRole("main")).toContainText(words("terms-seat-activated"));
    await expect(page.getByRole("button", { name: words("dashboard-waiting-confirm") })).toHaveCount(0);
  });
});
