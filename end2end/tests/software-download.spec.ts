// Downloads: language and OS type are remembered; links appear only when both are chosen and there is a package.
import { type Text, part, rowsWith, unfold } from "../support/benefits.ts";
import { expect, test } from "../support/test.ts";

const WINDOWS: Text = { en: "Windows 10 Enterprise (upgrade)", fr: "Windows 10 Entreprise (mise à niveau)" };
const OFFICE: Text = { en: "Office Professional Plus 2019", fr: "Office Professionnel Plus 2019" };
const EXCHANGE = "Exchange Server 2019 Standard";

test.use({ changes: true });
test.beforeEach(({ enter }) => enter("lumiere", "mpn-partner-admin"));

test("links come with the choice, which is remembered here and for other products", async ({ page, open, words, pick, scripted }) => {
  await open("/benefits/software");
  let download = part(await unfold(page, rowsWith(page, pick(WINDOWS))), words("software-download-title"));
  await expect(download).toContainText(words("software-download-choose"));
  await expect(download.getByRole("link")).toHaveCount(0);
  await download.getByLabel(words("software-download-language")).selectOption("fr");
  await expect(download.getByRole("link")).toHaveCount(0);
  await download.getByLabel(words("software-download-os")).selectOption("windows-x64");
  await (scripted ? undefined : download.getByRole("button", { name: words("software-download-button") }).click());
  const link = download.getByRole("link", { name: words("software-download-link", { file: "windows-10-enterprise-fr-x64.iso" }) });
  await expect(link).toHaveAttribute("href", /^https:.*windows-10-enterprise-fr-x64\.iso$/);
  await page.reload();
  await expect(link).toBeVisible();
  await open("/benefits/software");
  download = part(await unfold(page, rowsWith(page, pick(OFFICE))), words("software-download-title"));
  await expect(download.getByLabel(words("software-download-language"))).toHaveValue("fr");
  await expect(download.getByLabel(words("software-download-os"))).toHaveValue("windows-x64");
  await expect(download.getByRole("link")).toHaveAttribute("href", /office-professional-plus-2019-fr-x64/);
});

test("the only system of a product is chosen, whatever was chosen elsewhere", async ({ page, open, words, pick, scripted }) => {
  await open("/benefits/software");
  let download = part(await unfold(page, rowsWith(page, pick(WINDOWS))), words("software-download-title"));
  await download.getByLabel(words("software-download-language")).selectOption("fr");
  await download.getByLabel(words("software-download-os")).selectOption("windows-x86");
  await (scripted ? undefined : download.getByRole("button", { name: words("software-download-button") }).click());
  await expect(download.getByRole("link")).toHaveCount(1);
  await open("/benefits/software");
  download = part(await unfold(page, rowsWith(page, EXCHANGE).first()), words("software-download-title"));
  await expect(download.getByLabel(words("software-download-language"))).toHaveValue("fr");
  await expect(download.getByLabel(words("software-download-os"))).toHaveValue("windows-x64");
  await expect(download.getByRole("link")).toHaveAttribute("href", /exchange-server-2019-standard-fr-x64/);
});

test("a combination without a package says so", async ({ page, open, words, pick, scripted }) => {
  await open("/benefits/software");
  const download = part(await unfold(page, rowsWith(page, pick(WINDOWS))), words("software-download-title"));
  await download.getByLabel(words("software-download-language")).selectOption("es");
  await download.getByLabel(words("software-download-os")).selectOption("windows-arm64");
  await (scripted ? undefined : download.getByRole("button", { name: words("software-download-button") }).click());
  await expect(download).toContainText(words("software-download-missing"));
  await expect(download.getByRole("link")).toHaveCount(0);
});
