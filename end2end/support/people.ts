// The people whom the demonstration's sign-in page offers: the same five roles in each company.
import type { APIRequestContext } from "@playwright/test";

export const COMPANIES = {
  /** Gold in four competencies, three countries, five hundred people; its core pool is full. */
  lumiere: "Lumière Conseil",
  /** Silver; a seat moves after ninety days only, and one is locked. */
  fjord: "Fjord Data",
  /** An Action Pack that ends in nine days. */
  atelier: "Atelier Numérique",
} as const;

export const ROLES = ["global-admin", "mpn-partner-admin", "user-admin", "admin-agent", "default-user"] as const;

export type Company = keyof typeof COMPANIES;
export type Role = (typeof ROLES)[number];

/** The names that the story gives to the people of the roles. */
export const NAMES: Record<Company, Record<Role, string>> = {
  lumiere: {
    "global-admin": "Inès Delaunay",
    "mpn-partner-admin": "Björn Åkesson",
    "user-admin": "Amélie Roux",
    "admin-agent": "Élise Marchand",
    "default-user": "Nadia Benali",
  },
  fjord: {
    "global-admin": "Søren Kowalski",
    "mpn-partner-admin": "Maëlys Hébert",
    "user-admin": "Tomáš Schäfer",
    "admin-agent": "Léa Bélanger",
    "default-user": "Íñigo Çelik",
  },
  atelier: {
    "global-admin": "Mélanie Lindström",
    "mpn-partner-admin": "João Étienne",
    "user-admin": "Fatoumata Gauthier",
    "admin-agent": "Grégoire Novák",
    "default-user": "Zsófia Pelletier",
  },
};

/** The password of everybody in the demonstration. */
export const PASSWORD = "atout-demonstration";

/** The ids of the people, by company and role. */
export type Directory = Record<Company, Record<Role, string>>;

/** Reads the ids off the sign-in page. */
export async function directory(url: string): Promise<Directory> {
  const html = await (await fetch(`${url}/sign-in`)).text();
  const ids = new Map<string, string[]>();
  let company = "";
  for (const [, heading, id] of html.matchAll(/<h3[^>]*>(.*?)<\/h3>|<button[^>]*\bvalue="([0-9a-f-]{36})"/gs)) {
    if (heading !== undefined) {
      company = heading.replace(/<[^>]*>/g, "");
      ids.set(company, []);
    } else if (id !== undefined) {
      ids.get(company)?.push(id);
    }
  }
  const rolesOf = (name: string) => Object.fromEntries(ROLES.map((role, at) => [role, ids.get(name)?.[at] ?? ""]));
  const companies = Object.entries(COMPANIES).map(([key, name]) => [key, rolesOf(name)]);
  return Object.fromEntries(companies) as Directory;
}

/** Signs the browser of `request` in by one click's form, without loading a page. */
export async function signIn(request: APIRequestContext, url: string, user: string): Promise<void> {
  const answer = await request.post(`${url}/act/demonstration`, {
    form: { user, back: "/" },
    headers: { origin: url },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) {
    throw new Error(`signing in answered ${answer.status()}`);
  }
}

/** Signs the browser of `request` in with address and password. */
export async function signInWithPassword(request: APIRequestContext, url: string, address: string): Promise<void> {
  const answer = await request.post(`${url}/act/sign-in`, {
    form: { address, password: PASSWORD, back: "/" },
    headers: { origin: url },
    maxRedirects: 0,
  });
  if (answer.status() !== 303 || (answer.headers()["location"] ?? "").includes("flash")) {
    throw new Error(`signing in as ${address} answered ${answer.status()}`);
  }
}
