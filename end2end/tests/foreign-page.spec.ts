// A page of another origin, in a browser in which somebody is signed in: whatever it makes that browser send to an address
// that changes something is refused, and nothing has changed.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";

import { OFFERS, rowsWith, unfold } from "../support/benefits.ts";
import { PAGES } from "../support/routes.ts";
import { expect, hydrated, test as base } from "../support/test.ts";

const PERSON = "zsofia.keller@lumiere.example";
/** Where a change of any kind would show. */
const TELLING = ["/activity", "/account", "/benefits/software", "/benefits/visual-studio", "/benefits/visual-studio/seats"];
/** When one was here last is no change. */
const TIME = /\d+:\d\d\s[AP]M/g;
/** What a form can be sent as without asking; JSON is asked for before it is sent. */
const KINDS = ["application/x-www-form-urlencoded", "text/plain"] as const;

/** A form of ours, filled in. */
interface Form {
  address: string;
  fields: [string, string][];
}

/** The hosts of foreign pages. To ours the second is the same site: the browser sends the cookies along, and does not help. */
const HOSTS = ["foreign.localhost", "127.0.0.1"] as const;

const test = base.extend<{ foreignPort: number; victim: BrowserContext }>({
  foreignPort: async ({}, use) => {
    const server = createServer((_, answer) => answer.setHeader("content-type", "text/html").end("<!doctype html><title>x</title>"));
    await once(server.listen(0, "127.0.0.1"), "listening");
    const address = server.address();
    await use(typeof address === "object" ? (address?.port ?? 0) : 0);
    server.closeAllConnections();
    server.close();
  },
  // A browser of its own: the complaints of the foreign pages are theirs.
  victim: async ({ browser, context, enter }, use) => {
    await enter("lumiere", "global-admin");
    const victim = await browser.newContext({ storageState: await context.storageState() });
    await use(victim);
    await victim.close();
  },
});

test.use({ changes: true });
test.describe.configure({ timeout: 180_000 });

test("a form that a foreign page sends by itself is refused @once", async ({ page, victim, server, foreignPort }) => {
  const forms = await everyForm(page);
  const before = await everything(page, victim);
  const foreign = await victim.newPage();
  for (const host of HOSTS) {
    for (const form of forms) {
      const url = server.url + form.address;
      await foreign.goto(`http://${host}:${foreignPort}/`);
      const answered = foreign.waitForResponse(url);
      await foreign.evaluate(sendForm, { ...form, url });
      expect((await answered).status(), `${form.address} from ${host}`).toBe(403);
      await foreign.waitForURL(url);
    }
  }
  expect(await everything(page, victim)).toEqual(before);
});

test("what a script of a foreign page sends is refused @once", async ({ page, victim, server, foreignPort }) => {
  const forms = await everyForm(page);
  const before = await everything(page, victim);
  for (const host of HOSTS) {
    const foreign = await victim.newPage();
    await foreign.goto(`http://${host}:${foreignPort}/`);
    const answers = await answersTo(foreign);
    for (const form of forms) {
      const url = server.url + form.address;
      for (const kind of KINDS) {
        expect(await foreign.evaluate(sendByScript, { ...form, url, kind }), "what the script learns").toEqual(["TypeError", "TypeError"]);
      }
      await expect.poll(() => answers(url), `${form.address} from ${host}`).toEqual([403, 403, 403, 403]);
    }
  }
  expect(await everything(page, victim)).toEqual(before);
});

test("the same forms change something when they are sent from a page of ours @once", async ({ page, victim, server }) => {
  const forms = await everyForm(page);
  const before = await everything(page, victim);
  await page.goto("/");
  for (const form of forms.filter(({ address }) => /\/(assign-seat|get-keys)$/.test(address))) {
    const url = server.url + form.address;
    expect(await page.evaluate(sendByScript, { ...form, url, kind: KINDS[0] }), url).toEqual(["basic", "basic"]);
  }
  expect(await everything(page, victim)).not.toEqual(before);
});

/** A form, and where it is sent. */
interface Sending extends Form {
  url: string;
}

/** Runs in a page: sends a form without anybody pressing a button. */
function sendForm({ url, fields }: Sending): void {
  const form = Object.assign(document.createElement("form"), { method: "post", action: url });
  for (const [name, value] of fields) {
    form.append(Object.assign(document.createElement("input"), { name, value }));
  }
  document.body.append(form);
  form.submit();
}

/** Runs in a page: sends the fields without a wish to read the answer, and with it. */
async function sendByScript({ url, fields, kind }: Sending & { kind: string }): Promise<string[]> {
  const init = { method: "POST", credentials: "include", headers: { "content-type": kind }, body: String(new URLSearchParams(fields)) } as const;
  const told = (answer: Response) => answer.type;
  const refused = (error: unknown) => (error instanceof Error ? error.name : "nothing");
  return [
    await fetch(url, { ...init, mode: "no-cors" }).then(told, refused),
    await fetch(url, { ...init, mode: "cors" }).then(told, refused),
  ];
}

/** The statuses that a page is answered from an address, also where the browser keeps the answer from its scripts. */
async function answersTo(page: Page): Promise<(url: string) => number[]> {
  const asked: [id: string, url: string][] = [];
  const answered = new Map<string, number>();
  const network = await page.context().newCDPSession(page);
  network.on("Network.requestWillBeSent", ({ requestId, request }) => asked.push([requestId, request.url]));
  network.on("Network.responseReceivedExtraInfo", ({ requestId, statusCode }) => answered.set(requestId, statusCode));
  await network.send("Network.enable");
  return (url) => asked.filter(([, to]) => to === url).flatMap(([id]) => answered.get(id) ?? []);
}

/** The addresses that change something, from the two places where the server has them. */
function addresses(): string[] {
  const source = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
  const list = /impl Command \{.*?NAMES[^=]*= \[(.*?)\]/s.exec(source("domain/src/command.rs"))?.[1] ?? "";
  const commands = [...list.matchAll(/"([a-z-]+)"/g)].map(([, name]) => `/act/${name}`);
  const own = [...source("server/src/auth.rs").matchAll(/\("(\/act\/[a-z-]+)", post\(/g)].map(([, address]) => address ?? "");
  expect(commands.length * own.length, "both are found").toBeGreaterThan(0);
  return [...commands, ...own];
}

/** A form for each of them: with all that a page of ours has written into it, where one has it, and a key at least. */
async function everyForm(page: Page): Promise<Form[]> {
  const drawn = new Map<string, Form>();
  const note = async () => (await page.evaluate(formsOfPage)).forEach((form) => drawn.set(form.address, form));
  for (const { path } of PAGES.filter(({ status }) => status === 200)) {
    await page.goto(path);
    await note();
  }
  for (const [path, row] of [["software", "Exchange Server 2019 Standard"], ["visual-studio", OFFERS.cloudPlatform.en], ["visual-studio", OFFERS.cloudProductivity.en]] as const) {
    await page.goto(`/benefits/${path}`);
    await unfold(page, rowsWith(page, row).first());
    await note();
  }
  const unknown = (address: string): Form => ({ address, fields: [["once", crypto.randomUUID()]] });
  const forms = addresses().map((address) => drawn.get(address) ?? unknown(address));
  const fill = ([name, value]: [string, string]): [string, string] => [name, name === "holder-typed" ? PERSON : value];
  const strange = [...drawn.keys()].filter((address) => !addresses().includes(address));
  expect(strange, "forms of which no list knows").toEqual([]);
  return forms.map(({ address, fields }) => ({ address, fields: fields.map(fill) }));
}

/** Runs in a page: its forms, as their first button would send them. */
function formsOfPage(): Form[] {
  return [...document.forms]
    .filter(({ method }) => method === "post")
    .map((form) => {
      const button = form.querySelector<HTMLButtonElement>("button:not([type=button])");
      const fields = [...new FormData(form, button)].map(([name, value]): [string, string] => [name, String(value)]);
      return { address: new URL(form.action).pathname, fields };
    });
}

/** Whatever pages show of a change, and what the browser keeps of ours. */
async function everything(page: Page, victim: BrowserContext): Promise<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const path of TELLING) {
    await page.goto(path);
    await hydrated(page);
    shown[path] = (await page.locator("body").innerText()).replaceAll(TIME, "");
  }
  const cookies = (await victim.cookies()).map(({ domain, name, value }) => `${domain} ${name} ${value}`);
  return { ...shown, cookies: cookies.toSorted().join("\n") };
}
