import { Channels } from "./channels";
import type { Connection } from "./connection";
import { CellTimeout, KernelDied, KernelError, OutputLost, OutputTooLong } from "./kernelErrors";
import { KernelProcess, type Surroundings } from "./kernelProcess";
import { UnreadableMessage, type Message } from "./message";

/** How a cell ended, in the kernel's own words. */
export interface CellReply {
  readonly status: "ok" | "error" | "abort";
  /** How many cells the kernel has counted; tslab counts every request. */
  readonly executionCount?: number | undefined;
}

export interface CellOptions {
  /** Called for each output of the cell, those included that arrive after it has ended. */
  readonly onOutput: (message: Message) => void;
  /** How long the cell may run, in milliseconds; then it is interrupted. */
  readonly limitMs: number;
  /** How long after the interrupt the kernel is killed. */
  readonly graceMs?: number;
  /** How long one of a cell's two end marks is waited for when the other is there and nothing else arrives. */
  readonly lossMs?: number;
  /** A question between cells, which leaves no trace in the notebook. */
  readonly silent?: boolean;
}

/** A request under way: both the reply and the `idle` state must come, on two sockets, in either order. */
interface Pending {
  onOutput: (message: Message) => void;
  reply?: Message;
  idle: boolean;
  /** Bytes of its outputs, as they came. */
  size: number;
  changed: () => void;
}

const GRACE_MS = 3_000;
const LOSS_MS = 30_000; // a message of 200 MB is under way for seconds on a busy machine
const SHUTDOWN_MS = 1_000;
const MOST_BYTES = 200_000_000;

/** A running kernel and the conversation with it. Made by `startKernel`. */
export class Kernel {
  private readonly process: KernelProcess;
  private readonly channels: Channels;
  private readonly pending = new Map<string, Pending>();
  /** Rejects when no cell can go on: the process ended, or what it sends cannot be read. */
  private readonly failed: Promise<never>;
  private fail!: (why: KernelError) => void;
  private lastPublished = 0;

  constructor(readonly connection: Connection, surroundings: Surroundings) {
    this.process = new KernelProcess(connection, surroundings);
    this.channels = new Channels(connection, {
      onReply: (message) => this.take(message, (asked) => (asked.reply = message)),
      onPublished: (message) => this.publish(message),
      onTrouble: (error) => this.giveUp(error),
    }, MOST_BYTES);
    this.failed = new Promise((_, reject) => (this.fail = reject));
    void this.process.ended.then((ending) => this.fail(new KernelDied(ending)));
    this.failed.catch(() => undefined); // told to whoever waits; nobody may be waiting
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /** What the process has written outside its cells. */
  get lastWords(): string {
    return this.process.lastWords;
  }

  /** Asks what the kernel is, once; true where both its reply and a published state came within `waitMs`. */
  async answers(waitMs: number): Promise<Message | undefined> {
    const asked = this.ask("kernel_info_request", {}, () => undefined);
    await this.until(asked, () => asked.reply !== undefined && asked.idle, waitMs);
    return asked.idle ? asked.reply : undefined;
  }

  /**
   * Runs a cell and waits until both its reply and its `idle` state are there.
   *
   * @throws {KernelDied} the process ended meanwhile
   * @throws {CellTimeout} the cell ran past its limit; it was interrupted, or killed with its kernel
   * @throws {OutputLost} one end mark came and the other did not
   * @throws {OutputTooLong} it wrote or showed more than 200 MB
   * @throws {KernelError} a message of the kernel cannot be read
   */
  async execute(code: string, { onOutput, limitMs, graceMs = GRACE_MS, lossMs = LOSS_MS, silent = false }: CellOptions): Promise<CellReply> {
    const content = { code, silent, store_history: !silent, user_expressions: {}, allow_stdin: false, stop_on_error: true };
    const asked = this.ask("execute_request", content, onOutput);
    const halfDone = () => asked.reply !== undefined || asked.idle;
    const tooLong = () => asked.size > MOST_BYTES;
    const refuseTooLong = () => {
      if (tooLong()) throw this.killed(new OutputTooLong(`wrote or showed more than ${MOST_BYTES / 1e6} MB and was stopped`));
    };
    await this.until(asked, () => halfDone() || tooLong(), limitMs);
    refuseTooLong();
    if (!halfDone()) throw await this.timedOut(asked, limitMs, graceMs);
    await this.bothMarks(asked, lossMs);
    refuseTooLong(); // the reply may have been faster than the last output
    return { status: asked.reply?.content.status as CellReply["status"], executionCount: asked.reply?.content.execution_count as number | undefined };
  }

  /** Waits until nothing has been published for a while, so that what a cell left behind has arrived. */
  async quiet(silenceMs: number, mostMs: number): Promise<void> {
    const end = Date.now() + mostMs;
    for (;;) {
      const wait = Math.min(this.lastPublished + silenceMs, end) - Date.now();
      if (wait <= 0) return;
      await Promise.race([sleep(wait), this.failed]);
    }
  }

  /** Ends the kernel: politely, and after a grace (an open timer keeps tslab alive) for good. */
  async shutdown(): Promise<void> {
    this.channels.askToEnd();
    const timer = setTimeout(() => this.kill(), SHUTDOWN_MS);
    await this.process.ended;
    clearTimeout(timer);
    this.kill();
  }

  /** Ends the kernel at once and removes its connection file. Whoever waits for a cell gets KernelDied. */
  kill(): void {
    this.process.kill();
    this.channels.close();
  }

  private ask(type: string, content: Record<string, unknown>, onOutput: (message: Message) => void): Pending {
    const asked: Pending = { onOutput, idle: false, size: 0, changed: () => undefined };
    this.pending.set(this.channels.ask(type, content), asked);
    return asked;
  }

  /** Hands a message to the request it belongs to. Requests stay known after they end: outputs may come late. */
  private take(message: Message, note: (asked: Pending) => void): void {
    const asked = this.pending.get(message.parent_header.msg_id ?? "");
    if (!asked) return;
    note(asked);
    asked.changed();
  }

  private publish(message: Message): void {
    this.lastPublished = Date.now();
    this.take(message, (asked) => {
      if (message.header.msg_type !== "status") {
        asked.size += message.size;
        if (asked.size <= MOST_BYTES) asked.onOutput(message);
      } else if (message.content.execution_state === "idle") asked.idle = true;
    });
  }

  /** Nothing that comes now can be trusted to be whole. */
  private giveUp(error: Error): void {
    const what = error instanceof UnreadableMessage ? `a message of the kernel ${error.message}` : `what the kernel sent could not be taken (${error.message})`;
    this.fail(new KernelError(`${what}, so the output may not be whole; the kernel was stopped`));
    this.kill();
  }

  /** Waits for a condition on a request, at most `waitMs`; throws where the kernel dies first. */
  private async until(asked: Pending, condition: () => boolean, waitMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const met = new Promise<void>((resolve) => {
      asked.changed = () => condition() && resolve();
      timer = setTimeout(resolve, waitMs);
      asked.changed();
    });
    try {
      await Promise.race([met, this.failed]);
    } finally {
      clearTimeout(timer);
      asked.changed = () => undefined;
    }
  }

  private async timedOut(asked: Pending, limitMs: number, graceMs: number): Promise<CellTimeout> {
    this.process.interrupt();
    await this.until(asked, () => asked.reply !== undefined && asked.idle, graceMs);
    if (asked.reply && asked.idle) return new CellTimeout(limitMs, "interrupted");
    return this.killed(new CellTimeout(limitMs, "killed"));
  }

  private async bothMarks(asked: Pending, lossMs: number): Promise<void> {
    while (!(asked.reply && asked.idle)) {
      const before = this.lastPublished;
      await this.until(asked, () => asked.reply !== undefined && asked.idle, lossMs);
      if (asked.reply && asked.idle) return;
      if (this.lastPublished === before) throw this.killed(lost(asked));
    }
  }

  private killed<E extends Error>(error: E): E {
    this.kill();
    return error;
  }
}

const lost = ({ reply }: Pending): OutputLost => new OutputLost(reply
  ? "ended, but the message that its output is whole never came: part of its output is lost (too many writes at once?)"
  : "ended, but the kernel never said how: its reply is lost");

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
