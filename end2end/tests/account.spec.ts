// One's own account: the browsers in which one is signed in, the password, and two people one after the other in one browser.
import { type APIRequestContext, type Page, request } from "@playwright/test";

import { rowsWith, unfold } from "../support/benefits.ts";
import { NAMES, PASSWORD, signIn } from "../support/people.ts";
import type { Server } from "../support/server.ts";
import { people } from "../support/template.ts";
import { expect, hydrated, test } from "../support/test.ts";
import type { Words } from "../support/words.ts";

const ADDRESS = "ines.delaunay@lumiere.example";
const CHOSEN = "quatre petits canards au bord de l’eau";

test.use({ changes: true });

/** The rows of the open sessions. */
const sessions = (page: Page) => page.getByRole("table").locator("tbody tr");

/** Another browser, in which the same person is signed in. */
async function otherBrowser(server: Server): Promise<APIRequestContext> {
  const other = await request.newContext({ baseURL: server.url });
  await signIn(other, server.url, people().lumiere["global-admin"]);
  return other;
}

/** Its session is to have ended. */
async function isSignedOut(other: APIRequestContext): Promise<void> {
  expect((await other.get("/api/account")).status(), "what the other browser is answered").toBe(401);
  await other.dispose();
}

/** Fills the password form and sends it. */
async function changePassword(page: Page, words: Words, current: string, password: string): Promise<void> {
  await page.getByLabel(words("account-password-current")).fill(current);
  await page.getByLabel(words("account-password-new")).fill(password);
  await page.getByRole("button", { name: words("account-password-button") }).click();
}

test("the page is in the menu, and names this browser and the others", async ({ page, enter, open, words }) => {
  await enter("lumiere", "global-admin");
  await enter("lumiere", "global-admin");
  await open("/");
  await page.locator("summary", { hasText: words("shell-account-signed-in", { name: NAMES.lumiere["global-admin"] }) }).click();
  await page.getByRole("link", { name: words("account-page-title") }).click();
  await expect(page).toHaveURL("/account");
  await expect(page).toHaveTitle(words("shell-title-page", { page: words("account-page-title") }));
  await expect(page.getByRole("main")).toContainText(ADDRESS);
  // Signing in again has ended the first session of this browser.
  await expect(sessions(page)).toHaveCount(1);
  await expect(sessions(page).first()).toContainText(words("account-session-this"));
});

test("a session of another browser is ended", async ({ page, server, enter, open, words }) => {
  await enter("lumiere", "global-admin");
  const other = await otherBrowser(server);
  await open("/account");
  await expect(sessions(page)).toHaveCount(2);
  await sessions(page).getByRole("button", { name: words("account-session-end") }).click();
  await expect(page.getByRole("main")).toContainText(words("account-session-ended"));
  await expect(sessions(page)).toHaveCount(1);
  await isSignedOut(other);
});

test("a password is changed by who knows the one before", async ({ page, enterAs, open, words, journal, scripted }) => {
  journal.announce(422, "/account");
  await enterAs(ADDRESS);
  await open("/account");
  await changePassword(page, words, "not this one", CHOSEN);
  await expect(page.getByRole("main")).toContainText(words("account-password-wrong"));
  await expect(page.getByLabel(words("account-password-new"))).toHaveValue("");
  await (scripted ? hydrated(page) : undefined);
  await changePassword(page, words, PASSWORD, "Motdepasse2026!");
  await expect(page.getByRole("main")).toContainText(words("invitation-password-common"));
  await (scripted ? hydrated(page) : undefined);
  await changePassword(page, words, PASSWORD, CHOSEN);
  await expect(page.getByRole("main")).toContainText(words("account-password-changed", { count: 0 }));
});

test("signing out everywhere ends the sessions of other browsers too", async ({ page, server, enter, open, words }) => {
  await enter("lumiere", "global-admin");
  const other = await otherBrowser(server);
  await open("/account");
  await page.getByRole("button", { name: words("account-everywhere-button") }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("main")).toContainText(words("sign-in-ended-notice"));
  await isSignedOut(other);
});

test("an act of a page that was drawn for somebody else is refused, and says why", async ({ page, enter, open, words, journal }) => {
  journal.announce(409, /^\/(act\/get-keys|benefits\/software)$/);
  await enter("lumiere", "mpn-partner-admin");
  await open("/benefits/software");
  const detail = await unfold(page, rowsWith(page, "Exchange Server 2019 Standard").first());
  await enter("atelier", "global-admin");
  await detail.getByRole("button", { name: words("software-keys-button") }).click();
  await expect(page.getByRole("main")).toContainText(words("refusals-form-foreign"));
});

test("a page that was drawn for somebody else reads nothing more, and loads itself again @hydrated", async ({ page, enter, open, words, journal }) => {
  journal.announce(412, "/api/dashboard");
  await enter("lumiere", "global-admin");
  await open("/benefits/cloud");
  await enter("atelier", "default-user");
  await page.getByRole("navigation", { name: words("shell-nav-region.aria-label") }).getByRole("link", { name: words("shell-nav-dashboard") }).click();
  // Which of the two pages it is depends on how far the way to the other one had come.
  await expect(page.locator("summary", { hasText: NAMES.atelier["default-user"] })).toHaveCount(1);
  await hydrated(page);
});
