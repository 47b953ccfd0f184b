// The server under test: a process of its own, on a free port, with a data folder of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A running server, and the folder in which it keeps what it knows. */
export interface Server {
  url: string;
  data: string;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

/** Starts a demonstration on a copy of the folder `from`, or on an empty one; `options` are given to it beside the usual. */
export async function start(from?: string, options: string[] = []): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), "atout-end2end-"));
  if (from !== undefined) {
    await cp(from, data, { recursive: true });
  }
  const process = launch(["serve", "--demonstration", "--data", data, "--listen", "127.0.0.1:0", ...options]);
  try {
    return { url: await ready(process), data, stop: () => stop(process.child) };
  } catch (error) {
    process.child.kill("SIGKILL");
    throw error;
  }
}

/** Takes the data folder of a stopped server away. */
export async function discard(server: Server): Promise<void> {
  await rm(server.data, { recursive: true, force: true });
}

interface Launched {
  child: ChildProcess;
  said: string[];
}

function launch(words: string[]): Launched {
  const program = process.env["ATOUT_PROGRAM"];
  if (program === undefined) {
    throw new Error("ATOUT_PROGRAM does not name the server's program: run `cargo xtask test`");
  }
  const child = spawn(program, words, { stdio: ["ignore", "ignore", "pipe"] });
  const said: string[] = [];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => said.push(text));
  return { child, said };
}

/** Where the server serves on this machine, whatever its public address is, once it does. */
async function ready({ child, said }: Launched): Promise<string> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) {
      throw new Error(`the server has ended with code ${child.exitCode}:\n${said.join("")}`);
    }
    const address = /serving address=(\S+)\s/.exec(said.join(""))?.[1];
    const answer = address && (await fetch(`http://${address}/sign-in`).catch(() => undefined));
    if (answer && answer.ok) {
      return `http://${address}`;
    }
    await pause(50);
  }
  throw new Error(`the server is not ready after ${READY_WITHIN_MS} ms:\n${said.join("")}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) {
    const ended = once(child, "exit");
    // As Ctrl-C does: told by SIGTERM, it would serve for a second more, in case somebody sends people here.
    child.kill("SIGINT");
    await ended;
  }
}
