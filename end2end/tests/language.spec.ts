// The language switch: in place, with nothing lost; remembered for the person; a plain form without WebAssembly.
import type { Locator, Page } from "@playwright/test";

import { OFFERS, rowsWith, unfold } from "../support/benefits.ts";
import { NAMES } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { type Tag, wordsOf } from "../support/words.ts";

const SEARCHED = "Visual Studio";
const TYPED = "gwendoline";

const other = (tag: Tag): Tag => (tag === "en-US" ? "fr-FR" : "en-US");
const choice = (page: Page, tag: Tag): Locator => page.locator(`button[name=language][value="${tag}"]`);

test.use({ changes: true });

test("the switch keeps filters, open row, scroll position and what is typed @hydrated @every", async ({ page, enter, open, tag, words, pick }) => {
  await enter("lumiere", "global-admin");
  await open(`/benefits/visual-studio?q=${encodeURIComponent(SEARCHED)}&sort=product`);
  const detail = await unfold(page, rowsWith(page, pick(OFFERS.cloudPlatform)));
  const picker = detail.getByLabel(words("visual-studio-picker-label"), { exact: true });
  await picker.fill(TYPED);
  const person = detail.getByRole("rowheader", { name: "Oğuz Marchand" });
  await person.evaluate((row) => row.scrollIntoView({ block: "center" }));
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  const top = () => person.evaluate((row) => row.getBoundingClientRect().top);
  const before = { url: page.url(), top: await top() };
  // A click of the mouse would scroll to the bar first.
  await choice(page, other(tag)).dispatchEvent("click");

  const now = wordsOf(other(tag));
  await expect(page.locator("html")).toHaveAttribute("lang", other(tag));
  await expect(page).toHaveTitle(now("shell-title-page", { page: now("terms-family-visual-studio") }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(now("benefits-page-title"));
  await expect(detail.getByRole("heading", { name: now("visual-studio-ledger-title") })).toBeVisible();
  await expect(detail.getByLabel(now("visual-studio-picker-label"), { exact: true })).toHaveValue(TYPED);
  await expect(page.getByRole("searchbox")).toHaveValue(SEARCHED);
  await expect(choice(page, other(tag))).toHaveAttribute("aria-pressed", "true");
  expect(page.url()).toBe(before.url);
  expect(Math.abs((await top()) - before.top), "what is read stays where it is").toBeLessThan(60);
  expect(await page.evaluate(() => "isSameDocument" in window), "the document is the same").toBe(true);
});

test("nothing of the former language stays on the page @hydrated @every", async ({ page, enter, open, tag, words }) => {
  await enter("atelier", "global-admin");
  await open("/");
  const said = await page.locator("body").innerText();
  const stored = page.waitForResponse((answer) => answer.url().endsWith("/act/language"));
  await choice(page, other(tag)).click();
  await stored;
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(words("dashboard-page-greeting", { name: "Mélanie" }));
  const switched = await page.locator("body").innerText();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", other(tag));
  expect(switched).not.toBe(said);
  expect(switched).toBe(await page.locator("body").innerText());
});

test("without WebAssembly the switch is a form that returns to the same address @plain @every", async ({ page, enter, open, tag }) => {
  await enter("lumiere", "global-admin");
  await open("/benefits/software?q=Windows&sort=product");
  await rowsWith(page).first().getByRole("link").last().click();
  await expect(page).toHaveURL(/&open=/);
  const url = new URL(page.url());
  await choice(page, other(tag)).click();
  await expect(page.locator("html")).toHaveAttribute("lang", other(tag));
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(url.pathname + url.search);
  await expect(page.locator(`[id="detail-${url.searchParams.get("open")}"]`)).toBeVisible();
});

test("the choice is the person's, at the next sign-in and in another browser @every", async ({ page, enter, open, tag, browser, server, javaScriptEnabled }) => {
  await enter("atelier", "user-admin");
  await open("/benefits/software");
  const stored = page.waitForResponse((answer) => answer.url().endsWith("/act/language"));
  await choice(page, other(tag)).click();
  await stored;
  await expect(page.locator("html")).toHaveAttribute("lang", other(tag));
  const elsewhere = await browser.newContext({ baseURL: server.url, locale: tag, javaScriptEnabled: javaScriptEnabled ?? true });
  const another = await elsewhere.newPage();
  await another.goto("/sign-in");
  await expect(another.locator("html")).toHaveAttribute("lang", tag);
  await another.getByRole("button", { name: NAMES.atelier["user-admin"] }).click();
  await expect(another).toHaveURL("/");
  await expect(another.locator("html")).toHaveAttribute("lang", other(tag));
  await elsewhere.close();
});

test("a link may ask for a language, until the reader chooses one @every", async ({ page, open, tag }) => {
  await open(`/accessibility?lang=${other(tag)}`);
  await expect(page.locator("html")).toHaveAttribute("lang", other(tag));
  await choice(page, tag).click();
  await expect(page.locator("html")).toHaveAttribute("lang", tag);
  await expect(page).toHaveURL("/accessibility");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", tag);
});

test("the first page is in the language that the browser likes best of the two @once", async ({ request }) => {
  for (const [wishes, lang] of [
    ["fr-CA,fr;q=0.9,en;q=0.5", "fr-FR"],
    ["de,en-GB;q=0.4,fr;q=0.8", "fr-FR"],
    ["en-AU", "en-US"],
    ["de", "en-US"],
  ] as const) {
    const page = await request.get("/sign-in", { headers: { "accept-language": wishes } });
    expect(await page.text(), wishes).toContain(`<html lang="${lang}"`);
  }
});

test("dates, numbers and sizes are written as the list says, by the server and by the browser @every", async ({ page, open, words, scripted }) => {
  // Going there from another page, the browser draws the table; without script the server does.
  await open("/gallery");
  await page.getByRole("link", { name: words("gallery-page-lists"), exact: true }).click();
  const table = page.getByRole("table", { name: words("gallery-writing-caption") });
  await expect(table).toBeVisible();
  const rows = await table.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => (cell.lastElementChild ?? cell).textContent)),
  );
  expect(rows.length).toBeGreaterThan(30);
  for (const [listed, written] of rows) {
    expect(written, scripted ? "by Intl" : "by ICU4X").toBe(listed);
  }
});
