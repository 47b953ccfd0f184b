// The test of every spec: a browser, a server with a filled demonstration, and a journal that must stay empty.
//
// Tests that only read share their worker's server. A spec that changes something says `test.use({ changes: true })`,
// and each of its tests has a server of its own: nothing depends on an earlier test.
import { type Page, test as base, expect } from "@playwright/test";

import { Journal } from "./journal.ts";
import { type Company, type Role, signIn, signInWithPassword } from "./people.ts";
import { type Server, discard, start } from "./server.ts";
import type { State } from "./states.ts";
import { folder, people } from "./template.ts";
import { type Tag, type Words, wordsOf } from "./words.ts";

interface OfWorker {
  /** Starts the server that tests share, when the first of them asks for it. */
  shared(): Promise<Server>;
}

export interface OfTest {
  /** Whether the spec changes what the server knows. */
  changes: boolean;
  server: Server;
  /** The language of the browser. */
  tag: Tag;
  /** Its words. */
  words: Words;
  /** Of a text in both languages, the one that the page shows. */
  pick(text: { en: string; fr: string }): string;
  /** Whether scripts run. */
  scripted: boolean;
  journal: Journal;
  /** Signs in as the person of the company who holds the role. */
  enter(company: Company, role: Role): Promise<void>;
  /** Signs in as anybody, by address. */
  enterAs(address: string): Promise<void>;
  /** Loads a page, and waits until it is alive. */
  open(path: string): Promise<void>;
  /** Leads to a page in a state of it. */
  reach(state: State): Promise<void>;
}

export const test = base.extend<OfTest, OfWorker>({
  shared: [
    async ({}, use) => {
      let server: Promise<Server> | undefined;
      await use(() => (server ??= start(folder())));
      await end(await server);
    },
    { scope: "worker", timeout: 60_000 },
  ],
  changes: [false, { option: true }],
  server: async ({ changes, shared }, use) => {
    const server = changes ? await start(folder()) : await shared();
    await use(server);
    await end(changes ? server : undefined);
  },
  baseURL: async ({ server }, use) => use(server.url),
  tag: async ({ locale }, use) => use(locale === "fr-FR" ? "fr-FR" : "en-US"),
  words: async ({ tag }, use) => use(wordsOf(tag)),
  pick: async ({ tag }, use) => use((text) => (tag === "fr-FR" ? text.fr : text.en)),
  scripted: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled !== false),
  journal: [
    async ({ context }, use) => {
      const journal = new Journal();
      journal.listen(context);
      await use(journal);
      expect(journal.complaints(), "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
  enter: async ({ context, server }, use) =>
    use((company, role) => signIn(context.request, server.url, people()[company][role])),
  enterAs: async ({ context, server }, use) =>
    use((address) => signInWithPassword(context.request, server.url, address)),
  open: async ({ page, scripted }, use) =>
    use(async (path) => {
      await page.goto(path);
      await (scripted ? hydrated(page) : Promise.resolve());
    }),
  reach: async ({ page, words, pick, enter, open, journal }, use) =>
    use(async ({ path, as, status, then }) => {
      if (status !== undefined) {
        journal.announce(status, path);
      }
      await (as === undefined ? undefined : enter(...as));
      await open(path);
      await then?.({ page, words, pick });
    }),
});

/** Waits until WebAssembly has taken the page over. */
export async function hydrated(page: Page): Promise<void> {
  await expect(page.locator("html"), `${page.url()} is taken over`).toHaveAttribute("data-hydrated");
}

async function end(server: Server | undefined): Promise<void> {
  if (server !== undefined) {
    await server.stop();
    await discard(server);
  }
}

export { expect };
