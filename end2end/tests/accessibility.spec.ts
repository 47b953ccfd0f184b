// Every page and state in light and dark, wide and narrow: nothing for axe to object to, contrast included, and nothing
// that has to be scrolled sideways. What axe sees is the same in each language, and judged in French; in the dark, only
// colours differ. How wide things are is not: that is measured in both.
// Half of the faults are all that axe sees: the keyboard journeys see others, and pictures of every kind of page are kept for
// whoever wants to look. Nothing is compared with them.
import { fileURLToPath } from "node:url";

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { NodeResult, Result } from "axe-core";

import { PICTURED, STATES } from "../support/states.ts";
import { expect, test } from "../support/test.ts";

const PICTURES = fileURLToPath(new URL("../artefacts/screens/", import.meta.url));
const SCHEMES = ["light", "dark"] as const;
const WIDTHS = [1280, 320] as const;
/** Between the two the navigation is a column, and the page beside it narrow. */
const BETWEEN = 768;

/** What axe cannot decide, and why that is no fault. Whatever else it cannot decide is one. */
const UNDECIDED: readonly { state: string; rule: string; because: RegExp }[] = [
  // The list of people floats over what stands below its field, is opaque, and scrolls where it is long.
  { state: "visual-studio-picker", rule: "color-contrast", because: /overlap(ped by another element|s other elements)/ },
  // The dialog stands in the top layer, over rows that are behind a veil. Its title, on the same surface, is decided.
  { state: "software-question", rule: "color-contrast", because: /partially overlaps other elements/ },
  // The name of a group of rows is a header of that group; axe looks for cells of headers of rows and columns only.
  { state: "benefits-go-to-market", rule: "th-has-data-cells", because: /missing or empty/ },
];

test.describe.configure({ timeout: 120_000 });

for (const state of STATES) {
  test.describe(() => {
    test.use({ changes: state.changes ?? false });

    test(`${state.name} @hydrated @every`, async ({ page, reach, tag }) => {
      await reach(state);
      for (const width of [...WIDTHS, BETWEEN]) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await overflow(page), `${width} px: scrolled sideways, or cut`).toEqual([]);
      }
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          if (tag === "fr-FR") {
            expect.soft(await objections(page, colorScheme, state.name), `${colorScheme}, ${width} px`).toEqual([]);
          }
          if (PICTURED.includes(state)) {
            const path = `${PICTURES}${tag}/${state.name}-${colorScheme}-${width}.png`;
            await page.screenshot({ path, fullPage: true, animations: "disabled" });
          }
        }
      }
    });
  });
}

/** What axe objects to or cannot decide: the rule, where, and why. In the dark only the colours are others. */
async function objections(page: Page, scheme: (typeof SCHEMES)[number], state: string): Promise<string[]> {
  await settled(page);
  // The legacy mode differs in frames only, of which there are none, and needs no second page.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations, incomplete } = await (scheme === "dark" ? axe.withRules(["color-contrast", "link-in-text-block"]) : axe).analyze();
  return [...violations, ...incomplete.filter((result) => !isExplained(state, result))].flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.target.join(" ")}: ${reasons(node).join("; ")}`),
  );
}

/** Whether it is known why axe cannot decide this in that state. */
function isExplained(state: string, { id, nodes }: Result): boolean {
  const known = UNDECIDED.find((undecided) => undecided.state === state && undecided.rule === id);
  return known !== undefined && nodes.flatMap(reasons).every((reason) => known.because.test(reason));
}

/** What axe says of an element. What it cannot decide has no summary. */
function reasons({ any, all, none }: NodeResult): string[] {
  return [...any, ...all, ...none].map(({ message }) => message);
}

/** Waits until the page is drawn as it stays: half way between two colours no contrast is right. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}

/** How wide the page is if it is too wide, the innermost of what makes it so, and what a box that does not scroll in sight cuts off. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const all = [...document.body.querySelectorAll("*")];
    const wide = all.filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
    const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    const cut = [...document.body.querySelectorAll(":not(.visually-hidden)")].filter(
      (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible",
    );
    const named = (element: Element) => `${element.tagName} .${element.className}`;
    // A page may be too wide without any element that reaches past its edge.
    const beyond = scrollWidth > clientWidth ? [`${scrollWidth} px`, ...innermost.slice(0, 3).map(named)] : [];
    return [...beyond, ...cut.map(named)];
  });
}
