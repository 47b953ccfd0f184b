// Every page, for everybody: the status it answers, that it is whole and alive, and that the browser has no complaint.
import { readFileSync } from "node:fs";

import { address } from "../support/benefits.ts";
import { ROLES, type Role } from "../support/people.ts";
import { NOWHERE, PAGES, type Route } from "../support/routes.ts";
import { expect, test } from "../support/test.ts";

test.describe.configure({ timeout: 180_000 });

test("the crawl knows every page of the sitemap @once", () => {
  const sitemap = readFileSync(new URL("../../app/src/routes.rs", import.meta.url), "utf8");
  const paths = [...sitemap.matchAll(/"(\/[a-z/-]*)"/g)].map(([, path]) => path);
  expect(new Set([...PAGES.map(({ path }) => path), "/benefits"])).toEqual(new Set(paths));
});

for (const who of ["guest", ...ROLES] as const) {
  test(`every page for: ${who} @every`, async ({ page, enter, tag, words, scripted, journal }) => {
    await (who === "guest" ? undefined : enter("lumiere", who));
    const brand = words("shell-title-page", { page: "" });
    for (const route of [...PAGES, NOWHERE]) {
      const { path, status } = reached(route, who);
      journal.announce(404, NOWHERE.path);
      journal.announce(410, "/invitation");
      journal.announce(403, "/activity");
      const answer = await page.goto(route.path);
      if (scripted) {
        await expect.soft(page.locator("html"), `${route.path} is taken over`).toHaveAttribute("data-hydrated");
      }
      expect.soft(answer?.status(), route.path).toBe(status);
      expect.soft(address(page), route.path).toBe(path);
      await expect.soft(page.locator("html"), route.path).toHaveAttribute("lang", tag);
      await expect.soft(page.getByRole("main").getByRole("heading", { level: 1 }), route.path).toHaveCount(1);
      expect.soft((await page.title()).endsWith(brand), `${route.path} has the title ${await page.title()}`).toBe(true);
    }
  });
}

test("the bare address of the benefits leads to the first tab", async ({ page, enter, open }) => {
  await enter("lumiere", "default-user");
  await open("/benefits");
  await expect(page).toHaveURL("/benefits/software");
});

/** Where a visitor ends up who asks for `route`, and with which status. */
function reached(route: Route, who: Role | "guest"): { path: string; status: number } {
  if (who !== "guest" || !route.isPrivate) {
    const isReader = who === "guest" || (route.readers ?? ROLES).includes(who);
    return { path: route.path, status: isReader ? route.status : 403 };
  }
  const back = route.path === "/" ? "" : `?back=${encodeURIComponent(route.path)}`;
  return { path: `/sign-in${back}`, status: 200 };
}
