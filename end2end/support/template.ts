// The demonstration is filled once for the whole run: every server begins with a copy of its folder.
import { type Directory, directory } from "./people.ts";
import { discard, start } from "./server.ts";

const FOLDER = "ATOUT_END2END_TEMPLATE";
const PEOPLE = "ATOUT_END2END_PEOPLE";

/** Fills it, and leaves to the workers where it lies and who is in it. */
export default async function fill(): Promise<() => Promise<void>> {
  const server = await start();
  process.env[PEOPLE] = JSON.stringify(await directory(server.url));
  process.env[FOLDER] = server.data;
  await server.stop();
  return () => discard(server);
}

/** The folder of the filled demonstration. */
export function folder(): string {
  return left(FOLDER);
}

/** The people whom every copy has. */
export function people(): Directory {
  return JSON.parse(left(PEOPLE)) as Directory;
}

function left(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: the global set-up has not run`);
  }
  return value;
}
