// Something to wait for, until it is opened: what a test holds back, and lets go in the order that it is about.

/** A gate that is shut. */
export interface Gate {
  /** Settled when it is open. */
  opened: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
