// Signing in: by one click in a demonstration, or by address and password.
import { rowsWith, unfold } from "../support/benefits.ts";
import { COMPANIES, NAMES, PASSWORD, ROLES } from "../support/people.ts";
import { expect, hydrated, test } from "../support/test.ts";

const ADDRESS = "ines.delaunay@lumiere.example";

test("the page is in the language of the browser", async ({ page, open, tag, words }) => {
  await open("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", tag);
  await expect(page).toHaveTitle(words("shell-title-page", { page: words("sign-in-page-title") }));
});

test("one click signs in as any of the people", async ({ page, open, words }) => {
  await open("/sign-in");
  for (const company of Object.values(COMPANIES)) {
    const accounts = page.locator("form").filter({ has: page.getByRole("heading", { name: company }) });
    await expect(accounts.getByRole("button")).toHaveCount(ROLES.length);
  }
  const atelier = page.locator("form").filter({ has: page.getByRole("heading", { name: COMPANIES.atelier }) });
  await atelier.getByRole("button", { name: NAMES.atelier["mpn-partner-admin"] }).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("dashboard-page-greeting", { name: "João" }));
});

test("address and password sign in, and lead to where the person was going", async ({ page, open, words }) => {
  await open("/benefits/cloud?sort=expiry");
  await expect(page).toHaveURL(/\/sign-in\?back=/);
  await page.getByLabel(words("sign-in-address-label")).fill(ADDRESS);
  await page.getByLabel(words("sign-in-password-label")).fill(PASSWORD);
  await page.getByRole("button", { name: words("sign-in-submit-button"), exact: true }).click();
  await expect(page).toHaveURL("/benefits/cloud?sort=expiry");
});

test("a wrong password keeps the address and says what to do", async ({ page, open, words, journal, scripted }) => {
  journal.announce(422, "/sign-in");
  await open("/sign-in");
  await page.getByLabel(words("sign-in-address-label")).fill(ADDRESS);
  await page.getByLabel(words("sign-in-password-label")).fill("not this one");
  const answer = page.waitForResponse((response) => response.url().includes("flash="));
  await page.getByRole("button", { name: words("sign-in-submit-button"), exact: true }).click();
  expect((await answer).status()).toBe(422);
  await (scripted ? hydrated(page) : undefined);
  await expect(page.getByRole("main")).toContainText(words("sign-in-credentials-wrong"));
  await expect(page.getByLabel(words("sign-in-address-label"))).toHaveValue(ADDRESS);
  await expect(page.getByLabel(words("sign-in-password-label"))).toHaveValue("");
});

test("an address that nobody has is answered like a wrong password", async ({ page, open, words, journal }) => {
  journal.announce(422, "/sign-in");
  await open("/sign-in");
  await page.getByLabel(words("sign-in-address-label")).fill("nobody@lumiere.example");
  await page.getByLabel(words("sign-in-password-label")).fill(PASSWORD);
  await page.getByRole("button", { name: words("sign-in-submit-button"), exact: true }).click();
  await expect(page.getByRole("main")).toContainText(words("sign-in-credentials-wrong"));
});

test("signing out leads to the sign-in page, and closes the others", async ({ page, enter, open, words }) => {
  await enter("atelier", "default-user");
  await open("/");
  await page.locator("summary", { hasText: words("shell-account-signed-in", { name: NAMES.atelier["default-user"] }) }).click();
  await page.getByRole("button", { name: words("shell-sign-out-button") }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("main")).toContainText(words("sign-in-ended-notice"));
  await page.goto("/benefits/software");
  await expect(page).toHaveURL(/\/sign-in\?back=/);
});

test("a form that is sent after the session has ended says so, and leads back", async ({ page, enter, open, words, journal }) => {
  journal.announce(401, /^\/(sign-in|act\/get-keys)$/);
  await enter("lumiere", "mpn-partner-admin");
  await open("/benefits/software");
  const detail = await unfold(page, rowsWith(page, "Exchange Server 2019 Standard").first());
  await page.context().clearCookies({ name: "atout-session" });
  await detail.getByRole("button", { name: words("software-keys-button") }).click();
  await expect(page).toHaveURL(/\/sign-in\?back=%2Fbenefits%2Fsoftware/);
  await expect(page.getByRole("main")).toContainText(words("sign-in-expired-notice"));
});
