// Those whose role does not open an action see it closed, with the rule in words and the names of those who can.
import type { Locator } from "@playwright/test";

import { OFFERS, type Text, part, rowsWith, unfold } from "../support/benefits.ts";
import { NAMES, type Role } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import type { Words } from "../support/words.ts";

const SOFTWARE = "Exchange Server 2019 Standard";
const GOT: Text = { en: "Windows 10 Enterprise LTSC 2019", fr: "Windows 10 Entreprise LTSC 2019" };
const ASSIGNERS = ["global-admin"] as const;
const GETTERS = ["global-admin", "mpn-partner-admin"] as const;

for (const role of ["default-user", "user-admin", "admin-agent"] as const) {
  test.describe(`as ${role}`, () => {
    test.beforeEach(({ enter }) => enter("lumiere", role));

    test("keys, choices and activations of software are closed", async ({ page, open, words }) => {
      await open("/benefits/software");
      const detail = await unfold(page, rowsWith(page, SOFTWARE).first());
      const rule = words("refusals-access-keys", { roles: oneOf(words, GETTERS) });
      for (const [title, button] of [
        ["software-keys-title", "software-keys-button"],
        ["software-download-title", "software-download-closed"],
        ["software-activations-title", "software-activations-button"],
      ] as const) {
        await isClosed(part(detail, words(title)), words(button), rule, GETTERS);
      }
      await expect(page.locator("main form[method=post]")).toHaveCount(0);
    });

    test("keys that the company has got are said to be there, and to see them is closed", async ({ page, open, words, pick }) => {
      await open("/benefits/software");
      const keys = part(await unfold(page, rowsWith(page, pick(GOT))), words("software-keys-title"));
      await expect(keys).toContainText(words("software-keys-got", { count: 1 }));
      await isClosed(keys, words("software-key-show"), words("refusals-access-keys", { roles: oneOf(words, GETTERS) }), GETTERS);
      await expect(keys.getByRole("button", { name: words("software-keys-button") })).toHaveCount(0);
    });

    test("assigning a seat is closed", async ({ page, open, words, pick }) => {
      await open("/benefits/visual-studio");
      const detail = await unfold(page, rowsWith(page, pick(OFFERS.cloudProductivity)));
      const rule = words("refusals-access-assign", { roles: oneOf(words, ASSIGNERS) });
      await isClosed(part(detail, words("visual-studio-assign-title")), words("visual-studio-assign-button"), rule, ASSIGNERS);
      await expect(page.getByLabel(words("visual-studio-picker-label"), { exact: true })).toHaveCount(0);
    });

    test("reassigning, removing and confirming a seat are closed", async ({ page, open, words, pick }) => {
      await open("/benefits/visual-studio");
      const detail = await unfold(page, rowsWith(page, pick(OFFERS.cloudPlatform)));
      const row = detail.getByRole("row", { name: "Émile Haddad" });
      const rule = words("refusals-access-assign", { roles: oneOf(words, ASSIGNERS) });
      for (const [command, reason] of [
        ["reassign-seat", rule],
        ["remove-seat", rule],
        ["confirm-activation", words("refusals-seat-not-yours")],
      ] as const) {
        await expect(row.locator(`[data-act=${command}][data-refusal]`)).toContainText(reason);
      }
      await expect(row.getByRole("button", { disabled: false })).toHaveCount(0);
      await expect(detail.locator("form[method=post]")).toHaveCount(0);
    });
  });
}

/** The roles of which one is needed, as the rule names them. */
function oneOf(words: Words, roles: readonly Role[]): string {
  const names = roles.map((role) => words(`terms-role-${role}.in-text`));
  return names.reduce((before, last) => words("terms-list-or", { before, last }));
}

/** The action stands in its place and says why it does nothing, and who can. */
async function isClosed(place: Locator, name: string, rule: string, holders: readonly Role[]): Promise<void> {
  const button = place.getByRole("button", { name, exact: true });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAccessibleDescription(rule);
  const who = place.locator(".closed-action").filter({ has: place.page().getByRole("button", { name, exact: true }) }).locator("details");
  await who.locator("summary").click();
  await expect(who.getByRole("link")).toHaveText(holders.map((role) => NAMES.lumiere[role]));
  await expect(who.getByRole("link").first()).toHaveAttribute("href", /^mailto:.+@lumiere\.example$/);
}
