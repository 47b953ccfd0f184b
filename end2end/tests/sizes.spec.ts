// What a first visit of each page transfers, as the browser counted it. The totals are kept for the gate that knows them all.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Request } from "@playwright/test";

import { signIn } from "../support/people.ts";
import { NOWHERE, PAGES } from "../support/routes.ts";
import { expect, hydrated, test } from "../support/test.ts";
import { people } from "../support/template.ts";

const MOST_BYTES_OF_A_PAGE = 25_000;
const MOST_BYTES_OF_A_VISIT = 280_000;
const FILE = fileURLToPath(new URL("../artefacts/sizes.json", import.meta.url));

interface Transferred {
  path: string;
  type: string;
  encoding: string;
  bytes: number;
}

test.describe.configure({ timeout: 120_000 });

test("a first visit is 280 kB at most, its HTML and CSS 25 kB @once", async ({ browser, server }, info) => {
  const sizes: Record<string, { page: number; total: number; files: Transferred[] }> = {};
  for (const route of [...PAGES, NOWHERE]) {
    const files = await visited(browser, server.url, route.path, route.isPrivate);
    const page = sum(files.filter(({ type }) => type === "document" || type === "stylesheet"));
    sizes[route.path] = { page, total: sum(files), files };
    expect.soft(page, `${route.path}: bytes of HTML and CSS`).toBeLessThanOrEqual(MOST_BYTES_OF_A_PAGE);
    expect.soft(sum(files), `${route.path}: bytes in all`).toBeLessThanOrEqual(MOST_BYTES_OF_A_VISIT);
    const plain = files.filter(({ encoding, path, bytes }) => encoding !== "br" && bytes > 0 && !path.endsWith(".svg"));
    expect.soft(plain, `${route.path}: what did not come in brotli`).toEqual([]);
  }
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(sizes, undefined, 2)}\n`);
  await info.attach("sizes.json", { path: FILE, contentType: "application/json" });
});

/** Everything that a browser without a cache transfers until the page is alive, in the longer language. */
async function visited(browser: Browser, url: string, path: string, isPrivate: boolean): Promise<Transferred[]> {
  const context = await browser.newContext({ baseURL: url, locale: "fr-FR" });
  await (isPrivate ? signIn(context.request, url, people().lumiere["global-admin"]) : undefined);
  const page = await context.newPage();
  const finished: Request[] = [];
  page.on("requestfinished", (request) => finished.push(request));
  await page.goto(path);
  await hydrated(page);
  const files = await Promise.all(finished.map(transferred));
  await context.close();
  return files;
}

async function transferred(request: Request): Promise<Transferred> {
  const answer = await request.response();
  const { responseBodySize } = await request.sizes();
  return {
    path: new URL(request.url()).pathname,
    type: request.resourceType(),
    encoding: (await answer?.headerValue("content-encoding")) ?? "",
    bytes: responseBodySize,
  };
}

function sum(files: readonly Transferred[]): number {
  return files.reduce((all, { bytes }) => all + bytes, 0);
}
