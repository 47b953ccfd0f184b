// Every page and state in light and dark, wide and narrow: nothing for axe to object to, contrast included, and nothing
// that has to be scrolled sideways. Its own half of the faults is all that axe sees: the keyboard journeys see others.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { STATES } from "../support/states.ts";
import { expect, test } from "../support/test.ts";

const SCHEMES = ["light", "dark"] as const;
const WIDTHS = [1280, 320] as const;

test.describe.configure({ timeout: 120_000 });

for (const state of STATES) {
  test.describe(() => {
    test.use({ changes: state.changes ?? false });

    test(`${state.name} @hydrated`, async ({ page, reach }) => {
      await reach(state);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          expect.soft(await overflow(page), `${colorScheme}, ${width} px: scrolled sideways`).toEqual([]);
          expect.soft(await objections(page, colorScheme), `${colorScheme}, ${width} px`).toEqual([]);
        }
      }
    });
  });
}

/** What axe objects to: the rule, where, and why. In the dark only the colours are others. */
async function objections(page: Page, scheme: (typeof SCHEMES)[number]): Promise<string[]> {
  await settled(page);
  // The legacy mode differs in frames only, of which there are none, and needs no second page.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (scheme === "dark" ? axe.withRules(["color-contrast", "link-in-text-block"]) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.target.join(" ")}: ${node.failureSummary ?? ""}`),
  );
}

/** Waits until the page is drawn as it stays: half way between two colours no contrast is right. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}

/** What is wider than the page, the innermost of it. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) {
      return [];
    }
    const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
    const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    return [`${scrollWidth} px`, ...innermost.slice(0, 3).map((element) => `${element.tagName} .${element.className}`)];
  });
}
