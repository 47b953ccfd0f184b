// What the specs of benefits do again and again: find a row, open it, find a part of it, hear what has happened.
import type { Locator, Page } from "@playwright/test";

import { expect } from "./test.ts";

/** A text in both languages. */
export interface Text {
  en: string;
  fr: string;
}

/** The offer of the highest level. */
export const GOLD: Text = { en: "Gold competency", fr: "Compétence Gold" };

/** The offers by which the pools of Visual Studio Enterprise are told apart. */
export const OFFERS = {
  applicationDevelopment: { en: "Application Development", fr: "Développement d’applications" },
  cloudPlatform: { en: "Cloud Platform", fr: "Plateforme cloud" },
  cloudProductivity: { en: "Cloud Productivity", fr: "Productivité cloud" },
  datacenter: { en: "Datacenter", fr: "Centre de données" },
} satisfies Record<string, Text>;

/** The rows of a Benefits tab that have all of these words. */
export function rowsWith(page: Page, ...words: string[]): Locator {
  const all = page.locator("tr[id^=row-]");
  return words.reduce((rows, word) => rows.filter({ hasText: word }), all);
}

/** The arrow at the far right of a row. */
export function arrow(row: Locator): Locator {
  return row.getByRole("link").last();
}

/** Opens a row by its arrow, and returns what unfolds. */
export async function unfold(page: Page, row: Locator): Promise<Locator> {
  const detail = page.locator(`[id="${await arrow(row).getAttribute("aria-controls")}"]`);
  await arrow(row).click();
  await expect(detail).toBeVisible();
  return detail;
}

/** The part of an open row under a title. */
export function part(detail: Locator, title: string): Locator {
  return detail.locator("section").filter({ has: detail.page().getByRole("heading", { name: title, exact: true }) });
}

/** Who is offered under a field in which somebody is looked for: those of that name, or all of them. */
export function options(page: Page, name = ""): Locator {
  return page.getByRole("listbox").getByRole("option").filter({ hasText: name });
}

/** Waits until the page says so: in a toast, or in the notice at its top. */
export async function heard(page: Page, text: string): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();
}

/** The path and the query of a page. */
export function address(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

/** Today, as a company in `zone` has it: `2026-05-14`. */
export function today(zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
}

/** The day that is so many days after `iso`. */
export function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
