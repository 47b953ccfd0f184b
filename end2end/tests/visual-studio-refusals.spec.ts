// Seats that cannot be assigned: each refusal with its reason and the way forward.
import { GOLD, OFFERS, options, rowsWith, unfold } from "../support/benefits.ts";
import { expect, test } from "../support/test.ts";

test.use({ changes: true });
test.beforeEach(({ enter }) => enter("lumiere", "global-admin"));

/** Types a name and sends it, as far as there is somebody to choose. */
const cases = [
  { who: "a guest", typed: "theo lefevre", short: "visual-studio-picker-guest", long: "refusals-seat-guest" },
  { who: "a person who already holds one of another pool", typed: "emile haddad", short: "visual-studio-picker-holds", long: "refusals-seat-already-holds" },
] as const;

for (const { who, typed, short, long } of cases) {
  test(`${who} is refused with the reason`, async ({ page, open, words, pick, scripted, journal }) => {
    journal.announce(409, "/benefits/visual-studio");
    const pool = [GOLD, OFFERS.cloudPlatform].map(pick).concat(words("terms-type-incremental")).join(" · ");
    await open("/benefits/visual-studio");
    const detail = await unfold(page, rowsWith(page, pick(OFFERS.cloudProductivity)));
    await page.getByLabel(words("visual-studio-picker-label"), { exact: true }).fill(typed);
    if (scripted) {
      const option = options(page).first();
      await expect(option).toContainText(words(short, { pool }));
      await expect(option).toHaveAttribute("aria-disabled", "true");
      // Playwright waits for what is disabled; a hand does not.
      await option.click({ force: true });
      await expect(option).toBeVisible();
      await expect(detail).not.toContainText(words(long, { pool }));
      await page.keyboard.press("Enter");
      await expect(detail).toContainText(words(long, { pool }));
    } else {
      await page.getByRole("button", { name: words("visual-studio-assign-button"), exact: true }).click();
      await expect(page.getByRole("main")).toContainText(words(long, { pool }));
    }
    await expect(detail).toContainText(words("visual-studio-assign-left", { count: 25, granted: 25 }));
  });
}

test("whoever is meant is refused with the reason, though somebody else matches who may have a seat @hydrated", async ({ page, open, words, pick }) => {
  const [person, namesake] = ["Ana Roux", "Anaïs Roux"];
  await open("/benefits/visual-studio");
  const detail = await unfold(page, rowsWith(page, pick(OFFERS.cloudProductivity)));
  const field = page.getByLabel(words("visual-studio-picker-label"), { exact: true });
  await field.fill(person);
  await expect(options(page)).toHaveText([person, namesake].map((name) => new RegExp(`${name}.*@`)));
  await field.press("Enter");
  await expect(detail.getByRole("rowheader", { name: person })).toBeVisible();
  await field.fill(person);
  await expect(options(page, namesake)).toBeVisible();
  await field.press("Enter");
  for (const around of words("refusals-seat-already-holds", { pool: "|" }).split("|")) {
    await expect(detail).toContainText(around);
  }
  await expect(detail).not.toContainText(words("errors-field-several", { count: 2 }));
  await expect(detail).toContainText(words("visual-studio-assign-left", { count: 24, granted: 25 }));
});

test("a full pool is closed, with the reason", async ({ page, open, words }) => {
  await open("/benefits/visual-studio");
  const detail = await unfold(page, rowsWith(page, words("terms-type-core")));
  const closed = detail.getByRole("button", { name: words("visual-studio-assign-button"), exact: true });
  await expect(closed).toHaveAttribute("aria-disabled", "true");
  await expect(closed).toHaveAccessibleDescription(words("refusals-seat-none-left", { granted: 10 }));
  await expect(detail.locator("[data-act=assign-seat]").first()).toHaveAttribute("data-refusal", "seat/no-seat-left");
});

test("nobody of that name: who can be asked, and what is typed stays", async ({ page, open, words, pick, scripted, journal }) => {
  journal.announce(422, "/benefits/visual-studio");
  await open("/benefits/visual-studio");
  await unfold(page, rowsWith(page, pick(OFFERS.cloudProductivity)));
  const field = page.getByLabel(words("visual-studio-picker-label"), { exact: true });
  await field.fill("Gwendoline Nulle-Part");
  await (scripted ? undefined : page.getByRole("button", { name: words("visual-studio-assign-button"), exact: true }).click());
  await expect(page.getByRole("main")).toContainText(words("visual-studio-picker-none", { text: "Gwendoline Nulle-Part" }));
  await expect(page.getByRole("main")).toContainText(words("visual-studio-picker-searched"));
  await expect(page.getByRole("main")).toContainText(words("visual-studio-picker-invite"));
  await expect(field).toHaveValue("Gwendoline Nulle-Part");
});

test("an offer that was not renewed closes its pool", async ({ page, enter, open, words }) => {
  await enter("fjord", "global-admin");
  await open("/benefits/visual-studio");
  const row = rowsWith(page, words("benefits-status-expired"));
  const detail = await unfold(page, row);
  await expect(detail.locator("[data-act=assign-seat]")).toHaveAttribute("data-refusal", "seat/pool-closed");
  await expect(detail).toContainText(words("visual-studio-ledger-ended", { count: 3, numbers: "1–3" }));
  await detail.getByRole("link", { name: words("visual-studio-ledger-all") }).click();
  await expect(page.getByRole("cell", { name: words("terms-seat-ended") })).toHaveCount(6);
  await expect(page.getByRole("cell", { name: words("terms-seat-free") })).toHaveCount(0);
});
