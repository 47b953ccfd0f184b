// Texts that would be programs, as names of people, companies, places and machines, in search fields and in addresses: each
// is shown as it is, and nothing of it is run, whether the server draws the page or the client.
import type { BrowserContext, Page } from "@playwright/test";

import { OFFERS, options, rowsWith } from "../support/benefits.ts";
import { BROUGHT_IN, PAYLOADS, TURNING } from "../support/payloads.ts";
import { COMPANIES } from "../support/people.ts";
import { PAGES } from "../support/routes.ts";
import type { Server } from "../support/server.ts";
import { accept, shell } from "../support/shell.ts";
import { type OfTest, expect, hydrated, test as base } from "../support/test.ts";

const PASSWORD = "three small ducks in a row";
const MACHINES = PAYLOADS.filter((payload) => [...payload].length <= 64);

/** What a browser has noticed of a text that was more than a text. */
interface Watch {
  noticed: string[];
  /** Holds the page to be as harmless as it looks. */
  isHarmless(page: Page): Promise<void>;
}

const test = base.extend<{ watch: Watch }>({
  watch: async ({ context }, use) => {
    const noticed = await watched(context);
    await use({
      noticed,
      isHarmless: async (page) => {
        expect(await page.locator(BROUGHT_IN).evaluateAll((found) => found.map((element) => element.outerHTML))).toEqual([]);
        expect(noticed).toEqual([]);
      },
    });
  },
});

test.use({ changes: true });
test.describe.configure({ timeout: 240_000 });

test("names of people in the picker @once", async ({ page, server, enter, open, words, pick, watch }) => {
  const invited = PAYLOADS.map((name, at) => invite(server, address(at), name));
  await Promise.all(invited);
  await enter("lumiere", "global-admin");
  const pool = await poolOf(page, open, pick);
  const picker = page.getByLabel(words("visual-studio-picker-label"), { exact: true });
  for (const [at, name] of PAYLOADS.entries()) {
    // Drawn by the server, and at the next one by the client.
    await (at % 2 === 0 ? open(`/benefits/visual-studio?open=${pool}&who=${address(at)}`) : picker.fill(address(at)));
    await picker.focus();
    await expect(options(page), name).toContainText([name]);
    await watch.isHarmless(page);
  }
});

test("names of people with seats, with roles, and in the log @once", async ({ page, server, enter, open, pick, watch }) => {
  const names = PAYLOADS.filter((_, at) => at % 5 === 0);
  for (const [at, name] of names.entries()) {
    const roles = at % 2 === 0 ? ["--role", "mpn-partner-admin"] : [];
    await accept(server, await invite(server, address(at), name, roles), PASSWORD);
  }
  await enter("lumiere", "global-admin");
  const pool = await poolOf(page, open, pick);
  for (const at of names.keys()) {
    await act(page, server, "assign-seat", { benefit: pool, "holder-typed": address(at) });
  }
  const shown = [`/benefits/visual-studio?open=${pool}`, `/benefits/visual-studio/seats?pool=${pool}`, "/activity"];
  for (const path of shown) {
    await open(path);
    for (const name of names) {
      await expect(page.getByRole("main"), path).toContainText(name);
    }
    await watch.isHarmless(page);
  }
  await enter("lumiere", "default-user");
  await everyPage(page, open, watch);
});

test("names of companies, of places, and of oneself @once", async ({ page, context, server, open, watch }) => {
  for (const [at, name] of PAYLOADS.filter((_, at) => at % 6 === 0).entries()) {
    const names = [`--name=${name} ${at}`, `--location=${name}`, `--admin-name=${name}`];
    const rest = ["--mpn-id", `99000${at}`, "--country", "FR", "--admin", `admin-${at}@evil.example`];
    const session = await accept(server, await shell(server, "company", "create", ...names, ...rest), PASSWORD);
    await context.addCookies([{ name: "atout-session", value: session, url: server.url }]);
    await open("/");
    await expect(page.getByRole("banner")).toContainText(name);
    await watch.isHarmless(page);
    if (at % 4 === 0) {
      await everyPage(page, open, watch);
      await everyLink(page, watch);
    }
  }
});

test("names of machines @once", async ({ page, server, enter, open, pick, watch }) => {
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  const windows = pick({ en: "Windows 10 Enterprise LTSC 2019", fr: "Windows 10 Entreprise LTSC 2019" });
  const benefit = await idOf(rowsWith(page, windows).first());
  for (const machine of MACHINES) {
    await act(page, server, "record-activation", { benefit, machine });
  }
  for (const path of [`/benefits/software?open=${benefit}`, "/activity"]) {
    await open(path);
    for (const machine of path === "/activity" ? MACHINES.slice(-40) : MACHINES) {
      await expect(page.getByRole("main"), path).toContainText(machine);
    }
    await watch.isHarmless(page);
  }
});

test("what is searched for, and what an address says @once", async ({ page, enter, open, watch, journal }) => {
  journal.announce(422, "/activity");
  journal.announce(404, /^\/benefits\//);
  journal.announce(410, "/invitation");
  await enter("lumiere", "global-admin");
  for (const [at, text] of [...PAYLOADS, ...TURNING].entries()) {
    const { path } = PAGES[at % PAGES.length] ?? { path: "/" };
    const query = new URLSearchParams(["q", "open", "who", "back", "flash", "token", "act", "sort", "lang"].map((name) => [name, text]));
    await open(`${path}?${query}`);
    await watch.isHarmless(page);
  }
  await open("/benefits/software");
  const field = page.locator("#filter-q");
  for (const text of PAYLOADS) {
    await field.fill(text);
    await field.press("Enter");
    await expect(page).toHaveURL((url) => url.searchParams.get("q") === text);
    await expect(field).toHaveValue(text);
    await watch.isHarmless(page);
  }
});

test("what is refused comes back into its field as it was @once", async ({ page, open, words, watch, journal }) => {
  journal.announce(422, "/sign-in");
  for (const text of PAYLOADS.slice(0, 12)) {
    await open("/sign-in");
    await page.getByLabel(words("sign-in-address-label")).fill(text);
    await page.getByLabel(words("sign-in-password-label")).fill(text);
    // Whoever sends it would not ask the browser whether it is an address.
    await page.locator("form", { has: page.locator("[type=password]") }).evaluate((form: HTMLFormElement) => (form.noValidate = true));
    const answer = page.waitForResponse((response) => response.url().includes("flash="));
    await page.getByRole("button", { name: words("sign-in-submit-button"), exact: true }).click();
    await answer;
    await hydrated(page);
    await expect(page.getByLabel(words("sign-in-address-label"))).toHaveValue(text);
    await watch.isHarmless(page);
  }
});

test("a text that was brought in would be noticed @once", async ({ browser, server }) => {
  const context = await browser.newContext();
  const noticed = await watched(context);
  const page = await context.newPage();
  await page.goto(`${server.url}/sign-in`);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=alert(1)>");
  });
  await expect.poll(() => noticed.length).toBeGreaterThan(0);
  expect(await page.locator(BROUGHT_IN).count()).toBe(1);
  await context.close();
});

/** Notes every dialog, and whatever the content security policy keeps from being run. */
async function watched(context: BrowserContext): Promise<string[]> {
  const noticed: string[] = [];
  context.on("page", (page) =>
    page.on("dialog", (dialog) => {
      noticed.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    }),
  );
  await context.exposeFunction("atoutNotices", (what: string) => noticed.push(what));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      const { atoutNotices } = window as unknown as { atoutNotices(what: string): void };
      atoutNotices(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return noticed;
}

const address = (at: number) => `text-${at}@lumiere.example`;

const invite = (server: Server, email: string, name: string, more: string[] = []) =>
  shell(server, "user", "invite", "--company", COMPANIES.lumiere, "--email", email, `--name=${name}`, ...more);

async function idOf(row: ReturnType<typeof rowsWith>): Promise<string> {
  return ((await row.getAttribute("id")) ?? "").replace("row-", "");
}

/** A pool of which nobody holds a seat. */
async function poolOf(page: Page, open: OfTest["open"], pick: OfTest["pick"]): Promise<string> {
  await open("/benefits/visual-studio");
  return idOf(rowsWith(page, pick(OFFERS.cloudProductivity)));
}

/** Posts a form as whoever is signed in. */
async function act(page: Page, server: Server, command: string, form: Record<string, string>): Promise<void> {
  const headers = { origin: server.url, accept: "application/json" };
  const once = crypto.randomUUID();
  const answer = await page.request.post(`${server.url}/act/${command}`, { form: { ...form, once }, headers });
  expect(answer.status(), JSON.stringify(form)).toBe(200);
}

/** Every page that those who are signed in may see, as the server draws it. */
async function everyPage(page: Page, open: OfTest["open"], watch: Watch): Promise<void> {
  for (const { path, readers, status } of PAGES) {
    if (readers === undefined && status === 200) {
      await open(path);
      await watch.isHarmless(page);
    }
  }
}

/** The pages that the navigation leads to, as the client draws them. */
async function everyLink(page: Page, watch: Watch): Promise<void> {
  await page.goto("/");
  await hydrated(page);
  const links = page.getByRole("navigation").getByRole("link");
  for (let at = 0; at < (await links.count()); at += 1) {
    const link = links.nth(at);
    if (await link.isVisible()) {
      await link.click();
      await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
      await watch.isHarmless(page);
    }
  }
}
