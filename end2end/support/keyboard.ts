// Hands that know no mouse.
import type { Locator, Page } from "@playwright/test";

import { expect } from "./test.ts";

const MOST_STEPS = 150;

/** Presses Tab until the element has the focus, which must be seen. */
export async function tabTo(page: Page, element: Locator, key = "Tab"): Promise<void> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    await page.keyboard.press(key);
    if (await isFocused(element)) {
      expect(await isFocusSeen(element), `the focus is seen on ${String(element)}`).toBe(true);
      return;
    }
  }
  throw new Error(`${MOST_STEPS} times ${key} do not lead to ${String(element)}`);
}

/** The same, and presses it. */
export async function press(page: Page, element: Locator): Promise<void> {
  await tabTo(page, element);
  await page.keyboard.press("Enter");
}

/** Whether the cursor is on something of the page: an element that goes must not take it along. */
export async function isSomewhere(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);
}

/** Whether the cursor is on the page behind an open dialog. A browser may also take it to its own bars. */
export async function isBehind(page: Page): Promise<boolean> {
  return (await isSomewhere(page)) && page.evaluate(() => document.activeElement?.closest("dialog") === null);
}

function isFocused(element: Locator): Promise<boolean> {
  return element.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));
}

function isFocusSeen(element: Locator): Promise<boolean> {
  return element.evaluate((focused) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
    const { width, height } = focused.getBoundingClientRect();
    return width > 0 && height > 0 && ((outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none");
  });
}
