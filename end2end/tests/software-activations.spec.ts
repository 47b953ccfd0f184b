// Activations are recorded by the company: a new machine counts, a known one only with new hardware, up to the maximum.
import { type Text, heard, part, rowsWith, unfold } from "../support/benefits.ts";
import { expect, test } from "../support/test.ts";

const WINDOWS: Text = { en: "Windows 10 Enterprise LTSC 2019", fr: "Windows 10 Entreprise LTSC 2019" };
const SERVER = "Exchange Server 2019 Standard";
const MACHINE = "PAR-LAPTOP-014";

test.use({ changes: true });

test("a new machine counts, the same one again does not, new hardware does", async ({ page, enter, open, words, pick }) => {
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const activations = part(await unfold(page, rowsWith(page, pick(WINDOWS))), words("software-activations-title"));
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

test("at the maximum the record is closed, with the rule", async ({ page, enter, open, words }) => {
  await enter("atelier", "global-admin");
  await open("/benefits/software");
  const detail = await unfold(page, rowsWith(page, SERVER).first());
  await detail.getByRole("button", { name: words("software-keys-button") }).click();
  const activations = part(detail, words("software-activations-title"));
  await activations.getByLabel(words("software-activations-machine")).fill(MACHINE);
  await activations.getByRole("button", { name: words("software-activations-button") }).click();
  await heard(page, words("outcomes-activation-counted", { machine: MACHINE }));
  const closed = activations.getByRole("button", { name: words("software-activations-button") });
  await expect(closed).toHaveAttribute("aria-disabled", "true");
  await expect(closed).toHaveAccessibleDescription(words("refusals-software-maximum", { maximum: 1 }));
});

test("a name that is too long is refused beside its field, and kept", async ({ page, enter, open, words, pick, journal }) => {
  journal.announce(422, "/act/record-activation");
  journal.announce(422, "/benefits/software");
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const activations = part(await unfold(page, rowsWith(page, pick(WINDOWS))), words("software-activations-title"));
  const field = activations.getByLabel(words("software-activations-machine"));
  await field.fill("X".repeat(150));
  const answer = page.waitForResponse((response) => response.status() === 422);
  await activations.getByRole("button", { name: words("software-activations-button") }).click();
  await answer;
  await expect(field).toHaveValue("X".repeat(150));
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(activations).toContainText(/64|100|120/);
});

test("an empty name is not sent", async ({ page, enter, open, words, pick }) => {
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const activations = part(await unfold(page, rowsWith(page, pick(WINDOWS))), words("software-activations-title"));
  await activations.getByRole("button", { name: words("software-activations-button") }).click();
  await expect(activations.getByLabel(words("software-activations-machine"))).toBeFocused();
});
