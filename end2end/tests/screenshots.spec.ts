// Pictures of the main pages, kept for whoever wants to look: nothing is compared.
import { fileURLToPath } from "node:url";

import { PICTURED } from "../support/states.ts";
import { expect, test } from "../support/test.ts";

const FOLDER = fileURLToPath(new URL("../artefacts/screens/", import.meta.url));

test.describe.configure({ timeout: 120_000 });

for (const state of PICTURED) {
  test.describe(() => {
    test.use({ changes: state.changes ?? false });

    test(`${state.name} @hydrated`, async ({ page, reach, tag }) => {
      await reach(state);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 800 });
          const path = `${FOLDER}${tag}/${state.name}-${colorScheme}-${width}.png`;
          const picture = await page.screenshot({ path, fullPage: true, animations: "disabled" });
          expect(picture.length).toBeGreaterThan(1_000);
        }
      }
    });
  });
}
