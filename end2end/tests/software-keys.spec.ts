// Keys: got, masked, shown for thirty seconds, copied without being shown.
import { type Text, heard, part, rowsWith, today, unfold } from "../support/benefits.ts";
import { stopTime } from "../support/clock.ts";
import { counted } from "../support/effort.ts";
import { gate } from "../support/gate.ts";
import { NAMES } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

const KEY = /^ATOUT-/;
const SERVER = "Exchange Server 2019 Standard";
const GOT: Text = { en: "Windows 10 Enterprise LTSC 2019", fr: "Windows 10 Entreprise LTSC 2019" };
const USER_CAL: Text = { en: "Windows Server 2019 User CAL", fr: "CAL utilisateur Windows Server 2019" };

const LOSS: Text = { en: "If you show or copy a key, you will lose", fr: "Si vous affichez ou copiez une clé, vous perdrez" };
const DESKTOP_CAL: Text = { en: "Remote Desktop Services 2019 User CAL", fr: "CAL utilisateur Services Bureau à distance 2019" };

test.use({ changes: true });

test("a company gets its keys, and they are listed masked", async ({ page, enter, open, words }) => {
  await enter("lumiere", "mpn-partner-admin");
  await open("/benefits/software");
  const keys = part(await unfold(page, rowsWith(page, SERVER).first()), words("software-keys-title"));
  await keys.getByRole("button", { name: words("software-keys-button") }).click();
  await heard(page, words("outcomes-keys-listed", { drawn: 2 }));
  await expect(keys.getByRole("listitem")).toHaveCount(2);
  await expect(keys.locator("code").first()).toHaveText(/^•+/);
  await expect(keys.getByText(words("software-key-unseen")).first()).toBeVisible();
  await expect(keys.getByRole("button", { name: words("software-keys-button") })).toHaveCount(0);
});

test("a key is shown for thirty seconds, and who saw it first stays written @hydrated", async ({ page, enter, open, words, tag }) => {
  await stopTime(page);
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const keys = part(await unfold(page, rowsWith(page, SERVER).first()), words("software-keys-title"));
  await keys.getByRole("button", { name: words("software-keys-button") }).click();
  const first = keys.getByRole("listitem").first();
  await first.getByRole("button", { name: words("software-key-show") }).click();
  await expect(first.locator("code")).toHaveText(KEY);
  await heard(page, words("outcomes-key-shown"));
  await page.clock.runFor(25_000);
  await expect(first.locator("code")).toHaveText(KEY);
  await page.clock.runFor(6_000);
  await expect(first.locator("code")).toHaveText(/^•+/);
  await expect(first.getByRole("button", { name: words("software-key-show") })).toBeVisible();
  const seen = words("software-key-seen", { name: NAMES.lumiere["global-admin"], date: today("Europe/Paris") });
  await expect(first).toContainText(seen, { useInnerText: tag === "en-US" });
});

test("a key whose answer comes after the page was drawn anew is shown all the same @hydrated", async ({ page, enter, open, words, tag }) => {
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const keys = part(await unfold(page, rowsWith(page, SERVER).first()), words("software-keys-title"));
  await keys.getByRole("button", { name: words("software-keys-button") }).click();
  const [first, second] = [keys.getByRole("listitem").first(), keys.getByRole("listitem").last()];
  await expect(second.locator("code")).toHaveText(/^•+/);
  const [sent, drawn] = [gate(), gate()];
  await page.route("**/api/benefits/software*", (route) => sent.opened.then(() => route.continue()));
  await first.getByRole("button", { name: words("software-key-show") }).click();
  await expect(first.locator("code")).toHaveText(KEY);
  await page.route("**/act/reveal-key", async (route) => {
    sent.open();
    await drawn.opened;
    await route.continue();
  });
  await second.getByRole("button", { name: words("software-key-show") }).click();
  const seen = words("software-key-seen", { name: NAMES.lumiere["global-admin"], date: today("Europe/Paris") });
  await expect(first).toContainText(seen, { useInnerText: tag === "en-US" });
  drawn.open();
  await expect(second.locator("code")).toHaveText(KEY);
});

test("a key can be masked before its time @hydrated", async ({ page, enter, open, words, pick }) => {
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const keys = part(await unfold(page, rowsWith(page, pick(GOT))), words("software-keys-title"));
  await keys.getByRole("button", { name: words("software-key-show") }).click();
  await expect(keys.locator("code")).toHaveText(KEY);
  await keys.getByRole("button", { name: words("software-key-mask") }).click();
  await expect(keys.locator("code")).toHaveText(/^•+/);
});

test("a key is copied without being shown @hydrated", async ({ page, context, enter, open, words, pick }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const keys = part(await unfold(page, rowsWith(page, pick(GOT))), words("software-keys-title"));
  await keys.getByRole("button", { name: words("software-key-copy") }).click();
  await heard(page, words("outcomes-key-copied"));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(KEY);
  await expect(keys.locator("code")).toHaveText(/^•+/);
});

test("a browser that refuses the clipboard is answered with the way on @hydrated", async ({ page, enter, open, words, pick }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
  });
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const keys = part(await unfold(page, rowsWith(page, pick(GOT))), words("software-keys-title"));
  await keys.getByRole("button", { name: words("software-key-copy") }).click();
  await heard(page, words("software-key-copy-failed"));
});

test("without WebAssembly a key has a page of its own, which is kept nowhere @plain", async ({ page, enter, open, words, pick }) => {
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const keys = part(await unfold(page, rowsWith(page, pick(GOT))), words("software-keys-title"));
  await expect(keys.getByRole("button", { name: words("software-key-copy") })).toHaveCount(0);
  await expect(keys.getByText(words("software-key-copy-script"))).toBeVisible();
  const answer = page.waitForResponse((response) => response.url().endsWith("/act/reveal-key"));
  await keys.getByRole("button", { name: words("software-key-show") }).click();
  expect((await answer).headers()["cache-control"]).toContain("no-store");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("key-page-title"));
  await expect(page.getByText(KEY)).toBeVisible();
  await expect(page.getByRole("main").getByText(pick(GOT), { exact: true })).toBeVisible();
  await expect(page.getByRole("group", { name: words("shell-language-label") })).toBeVisible();
  await expect(page.locator("meta[http-equiv=refresh]")).toHaveAttribute("content", /^30;url=\/benefits\/software\?open=/);
  await page.getByRole("link", { name: words("key-page-back-link") }).click();
  await expect(page).toHaveURL(/#row-/);
  await expect(page).toHaveURL(/\/benefits\/software\?open=/);
  await expect(keys.locator("code")).toHaveText(/^•+/);
});

test("while a refund is possible, the consequence is said, and asked about before a key is seen", async ({ page, enter, open, words, pick, scripted }) => {
  await enter("fjord", "global-admin");
  await open("/benefits/software");
  const keys = part(await unfold(page, rowsWith(page, SERVER).first()), words("software-keys-title"));
  await expect(keys.getByText(pick(LOSS))).toBeVisible();
  await keys.getByRole("button", { name: words("software-keys-button") }).click();
  await expect(keys.getByText(pick(LOSS))).toBeVisible();
  await keys.getByRole("button", { name: words("software-key-show") }).click();
  if (scripted) {
    const question = page.getByRole("dialog", { name: words("software-reveal-show-title") });
    await expect(question.getByRole("button", { name: words("software-reveal-cancel") })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(question).toBeHidden();
    await expect(keys.locator("code")).toHaveText(/^•+/);
    await keys.getByRole("button", { name: words("software-key-show") }).click();
    await question.getByRole("button", { name: words("software-reveal-show-button") }).click();
    await expect(keys.locator("code")).toHaveText(KEY);
    await expect(keys.getByText(pick(LOSS))).toHaveCount(0);
  } else {
    await expect(page.getByText(KEY)).toBeVisible();
  }
});

test("a client access license says why it has no key", async ({ page, enter, open, words, pick }) => {
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const detail = await unfold(page, rowsWith(page, pick(USER_CAL)));
  const why = { en: "A client access license is a right, not a program", fr: "Une licence d’accès client est un droit" };
  await expect(part(detail, words("software-keys-title"))).toContainText(pick(why));
  await expect(detail.getByRole("button", { name: words("software-keys-button") })).toHaveCount(0);
  await expect(detail).toContainText(words("software-download-none"));
  const amount = words("terms-unit-licences", { count: 100 });
  await expect(detail).toContainText(words("software-keys-uncounted", { amount }));
  const row = rowsWith(page, pick(USER_CAL)).first();
  await expect(row).toContainText(amount);
  await expect(row).toContainText(words("benefits-quantity-uncounted"));
  await expect(row.getByRole("meter")).toHaveCount(0);
});

test("a long list of keys is folded after the first five", async ({ page, enter, open, words, pick }) => {
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const keys = part(await unfold(page, rowsWith(page, pick(DESKTOP_CAL))), words("software-keys-title"));
  await keys.getByRole("button", { name: words("software-keys-button") }).click();
  await expect(keys.getByRole("listitem")).toHaveCount(5);
  await keys.getByText(words("software-keys-more", { count: 15 })).click();
  await expect(keys.getByRole("listitem")).toHaveCount(20);
});

test("one key takes three clicks from the dashboard @hydrated", async ({ page, context, enter, open, words }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await enter("lumiere", "global-admin");
  await open("/");
  const effort = await counted(page);
  await page.getByRole("link", { name: SERVER }).click();
  await page.getByRole("button", { name: words("software-keys-button") }).click();
  await page.getByRole("button", { name: words("software-key-copy") }).first().click();
  await heard(page, words("outcomes-key-copied"));
  expect(effort.clicks).toBeLessThanOrEqual(3);
  expect(effort.keys).toBe(0);
});
