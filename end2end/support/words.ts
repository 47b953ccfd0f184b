// The words of the screens, read from the files that the product reads: a test names a message, not its wording.
import { FluentBundle, FluentDateTime, FluentResource, type FluentVariable } from "@fluent/bundle";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type Tag = "en-US" | "fr-FR";

/** What a message is given: texts, numbers and days as `2026-05-14`. */
export type Arguments = Record<string, string | number>;

/** The text of `id`, or of `id.attribute`. */
export type Words = (id: string, values?: Arguments) => string;

const bundles = new Map<Tag, FluentBundle>();

/** The words of a language. */
export function wordsOf(tag: Tag): Words {
  return (id, values = {}) => {
    const [name = "", attribute] = id.split(".");
    const message = bundle(tag).getMessage(name);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    if (pattern === undefined || pattern === null) {
      throw new Error(`no message ${id} in ${tag}`);
    }
    const faults: Error[] = [];
    const text = bundle(tag).formatPattern(pattern, variables(values), faults);
    if (faults.length > 0) {
      throw new Error(`${id} in ${tag}: ${faults.map(String).join(", ")}`);
    }
    return firstOfMonth(tag, text);
  };
}

/** A day as the screens write it in full. */
export function day(tag: Tag, iso: string): string {
  const style = { dateStyle: "long", timeZone: "UTC" } as const;
  return firstOfMonth(tag, new Intl.DateTimeFormat(tag, style).format(new Date(`${iso}T00:00:00Z`)));
}

function bundle(tag: Tag): FluentBundle {
  const known = bundles.get(tag);
  if (known !== undefined) {
    return known;
  }
  const made = new FluentBundle(tag, { useIsolating: false });
  const folder = fileURLToPath(new URL(`../../locales/${tag}/`, import.meta.url));
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ftl"))) {
    made.addResource(new FluentResource(readFileSync(folder + file, "utf8")));
  }
  bundles.set(tag, made);
  return made;
}

function variables(values: Arguments): Record<string, FluentVariable> {
  const of = (value: string | number): FluentVariable =>
    typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)
      ? new FluentDateTime(Date.parse(`${value}T00:00:00Z`), { timeZone: "UTC" })
      : value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, of(value)]));
}

/** French writes « 1er mars » for the first of the month, which browsers do not do by themselves. */
function firstOfMonth(tag: Tag, text: string): string {
  return tag === "fr-FR" ? text.replace(/(^|[^\d,.])1 (\p{L}+\.? \d{4})/gu, "$11er $2") : text;
}
