// Activations are recorded by the company: a new machine counts, a known one only with new hardware, up to the maximum.
import type { Locator, Page } from "@playwright/test";

import { type Text, heard, part, rowsWith, unfold } from "../support/benefits.ts";
import { gate } from "../support/gate.ts";
import { type OfTest, expect, test } from "../support/test.ts";

const WINDOWS: Text = { en: "Windows 10 Enterprise LTSC 2019", fr: "Windows 10 Entreprise LTSC 2019" };
const SERVER = "Exchange Server 2019 Standard";
const MACHINE = "PAR-LAPTOP-014";

test.use({ changes: true });

test("a new machine counts, the same one again does not, new hardware does", async ({ page, enter, open, words, pick }) => {
  const activations = await opened({ page, enter, open, words, pick });
  const used = (count: number) => words("software-activations-used", { used: count, maximum: 100 });
  const record = async (said: string) => {
    await activations.getByLabel(words("software-activations-machine")).fill(MACHINE);
    await activations.getByRole("button", { name: words("software-activations-button") }).click();
    await heard(page, words(said, { machine: MACHINE }));
  };
  await expect(activations).toContainText(used(7));
  await record("outcomes-activation-counted");
  await expect(activations).toContainText(used(8));
  await record("outcomes-activation-uncounted");
  await expect(activations).toContainText(used(8));
  await activations.getByLabel(words("software-activations-hardware")).check();
  await record("outcomes-activation-counted");
  await expect(activations).toContainText(used(9));
  await expect(activations.getByRole("rowheader", { name: MACHINE })).toHaveCount(3);
});

test("at the maximum only a machine that is recorded can be recorded again", async ({ page, enter, open, words, journal }) => {
  await enter("atelier", "global-admin");
  await open("/benefits/software");
  const detail = await unfold(page, rowsWith(page, SERVER).first());
  await detail.getByRole("button", { name: words("software-keys-button") }).click();
  const activations = part(detail, words("software-activations-title"));
  await activations.getByLabel(words("software-activations-machine")).fill(MACHINE);
  await activations.getByRole("button", { name: words("software-activations-button") }).click();
  await heard(page, words("outcomes-activation-counted", { machine: MACHINE }));
  const rule = words("refusals-software-maximum-known", { maximum: words("terms-unit-licences", { count: 1 }) });
  await expect(activations.getByText(rule)).toHaveCount(1);
  await activations.getByLabel(words("software-activations-machine")).fill(MACHINE);
  await activations.getByRole("button", { name: words("software-activations-button") }).click();
  await heard(page, words("outcomes-activation-uncounted", { machine: MACHINE }));
  journal.announce(409, "/act/record-activation");
  journal.announce(409, "/benefits/software");
  await activations.getByLabel(words("software-activations-machine")).fill("PAR-LAPTOP-015");
  await activations.getByRole("button", { name: words("software-activations-button") }).click();
  await expect(page.getByText(rule)).toHaveCount(2);
  await expect(activations.getByRole("rowheader")).toHaveText([MACHINE, MACHINE]);
});

test("an activation of a server says how many cores it counts, before and after", async ({ page, enter, open, words }) => {
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const detail = await unfold(page, rowsWith(page, "Windows Server 2019 Standard").first());
  await detail.getByRole("button", { name: words("software-keys-button") }).click();
  const activations = part(detail, words("software-activations-title"));
  const cores = words("terms-unit-cores", { count: 16 });
  await expect(activations.getByText(words("software-activations-rule", { units: 16, amount: cores }))).toBeVisible();
  await activations.getByLabel(words("software-activations-machine")).fill(MACHINE);
  await activations.getByRole("button", { name: words("software-activations-button") }).click();
  await heard(page, words("outcomes-activation-several", { machine: MACHINE, amount: cores }));
  await expect(activations).toContainText(words("software-activations-cores", { used: 16, maximum: 64 }));
  await expect(activations.getByRole("row").last()).toContainText(cores);
});

test("a name that is too long is refused beside its field, and kept", async ({ page, enter, open, words, pick, journal }) => {
  journal.announce(422, "/act/record-activation");
  journal.announce(422, "/benefits/software");
  const activations = await opened({ page, enter, open, words, pick });
  const field = activations.getByLabel(words("software-activations-machine"));
  await field.fill("X".repeat(150));
  const answer = page.waitForResponse((response) => response.status() === 422);
  await activations.getByRole("button", { name: words("software-activations-button") }).click();
  await answer;
  await expect(field).toHaveValue("X".repeat(150));
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(activations).toContainText(/64|100|120/);
});

test("an empty name is answered once, at its field", async ({ page, enter, open, words, pick, scripted, journal }) => {
  journal.announce(422, "/act/record-activation");
  journal.announce(422, "/benefits/software");
  const activations = await opened({ page, enter, open, words, pick });
  const field = activations.getByLabel(words("software-activations-machine"));
  // Without script the browser itself holds back what is empty, and spaces are sent.
  await field.fill(scripted ? "" : "  ");
  await activations.getByRole("button", { name: words("software-activations-button") }).click();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(new RegExp(words("errors-field-required")));
  // After a plain post the notice at the top of the page says it too.
  await expect(page.getByText(words("errors-field-required"))).toHaveCount(scripted ? 1 : 2);
  await (scripted ? expect(field).toBeFocused() : undefined);
});

test("what a form is answered after the page has read itself again is said", { tag: "@hydrated" }, async ({ page, enter, open, words, pick }) => {
  const activations = await opened({ page, enter, open, words, pick });
  // The page that the first record leads to waits for the second record to be sent, whose answer waits for that page.
  const [sent, drawn] = [gate(), gate()];
  await page.route("**/api/benefits/software*", (route) => sent.opened.then(() => route.continue()));
  const record = async (machine: string) => {
    await activations.getByLabel(words("software-activations-machine")).fill(machine);
    await activations.getByRole("button", { name: words("software-activations-button") }).click();
  };
  await record(MACHINE);
  await heard(page, words("outcomes-activation-counted", { machine: MACHINE }));
  await page.route("**/act/record-activation", async (route) => {
    sent.open();
    await drawn.opened;
    await route.continue();
  });
  await record("PAR-LAPTOP-015");
  await expect(activations.getByRole("rowheader", { name: MACHINE })).toBeVisible();
  drawn.open();
  await heard(page, words("outcomes-activation-counted", { machine: "PAR-LAPTOP-015" }));
  await expect(activations.getByRole("rowheader", { name: "PAR-LAPTOP-015" })).toBeVisible();
});

/** The activations of a product of which some are recorded, and many are left. */
async function opened({ page, enter, open, words, pick }: Pick<OfTest, "enter" | "open" | "words" | "pick"> & { page: Page }): Promise<Locator> {
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  return part(await unfold(page, rowsWith(page, pick(WINDOWS))), words("software-activations-title"));
}
