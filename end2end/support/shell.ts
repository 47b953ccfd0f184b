// The program at the shell, beside a server that runs.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

import type { Server } from "./server.ts";

const run = promisify(execFile);

/** Gives a command to the installation of `server`, and returns what is printed. */
export async function shell(server: Server, ...words: string[]): Promise<string> {
  const program = process.env["ATOUT_PROGRAM"] ?? "";
  const { stdout } = await run(program, [...words, "--data", server.data]);
  return stdout;
}

/** Comes in by the link that the shell has printed, and returns the session's token. */
export async function accept(server: Server, printed: string, password: string): Promise<string> {
  const token = /token=([0-9a-f]+)/.exec(printed)?.[1] ?? "";
  const answer = await fetch(`${server.url}/act/accept-invitation`, {
    method: "POST",
    headers: { origin: server.url },
    body: new URLSearchParams({ token, password }),
    redirect: "manual",
  });
  const session = /atout-session=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1];
  if (session === undefined) {
    throw new Error(`coming in answered ${answer.status}`);
  }
  return session;
}
