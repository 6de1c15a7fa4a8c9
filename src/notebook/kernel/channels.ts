import { randomUUID } from "node:crypto";
import { Dealer, Subscriber } from "zeromq";
import { address, type Connection } from "./connection";
import { decode, encode, request, type Message } from "./message";

/** What arrives from a kernel, in order of arrival; the two sockets race with each other. */
export interface Listener {
  /** An answer to a request. */
  onReply(message: Message): void;
  /** Outputs and states, of any request. */
  onPublished(message: Message): void;
  /** What arrived cannot be read, or could not be taken: nothing more is read from that socket. */
  onTrouble(error: Error): void;
}

type Reader = readonly [Dealer | Subscriber, (message: Message) => void];

const RECONNECT_MS = 20;

/** The client's ends of a kernel's sockets: requests and replies, outputs, and control. */
export class Channels {
  private readonly session = randomUUID();
  private readonly shell: Dealer;
  private readonly control: Dealer;
  private readonly published: Subscriber;
  private sending: Promise<void> = Promise.resolve();

  /** @param mostBytes  what a longer message says is not read */
  constructor(private readonly connection: Connection, listener: Listener, private readonly mostBytes: number) {
    const { shell_port, control_port, iopub_port } = connection.ports;
    // No limit on what waits to be read (the default drops messages after 1,000), no lingering when closed.
    const options = { linger: 0, receiveHighWaterMark: 0, reconnectInterval: RECONNECT_MS };
    this.published = new Subscriber(options);
    this.published.subscribe("");
    this.shell = new Dealer(options);
    this.control = new Dealer(options);
    for (const [socket, port] of [[this.published, iopub_port], [this.shell, shell_port], [this.control, control_port]] as const) {
      socket.connect(address(connection, port));
    }
    for (const [socket, take] of [[this.published, (message) => listener.onPublished(message)], [this.shell, (message) => listener.onReply(message)]] as readonly Reader[]) {
      this.read(socket, take).catch((error: unknown) => listener.onTrouble(error instanceof Error ? error : new Error(String(error))));
    }
  }

  /** Sends a request and gives its id, which answers and outputs carry as their parent's. */
  ask(type: string, content: Record<string, unknown>): string {
    const message = request(type, content, this.session);
    const frames = encode(message, this.connection.key);
    // One send at a time: zeromq.js refuses a second while a first is under way.
    this.sending = this.sending.then(() => this.shell.send(frames)).catch(() => undefined); // closed: the kernel is gone, and whoever waits is told so
    return message.header.msg_id;
  }

  /** Asks the kernel to end, on the channel that does not queue behind a cell. */
  askToEnd(): void {
    const message = request("shutdown_request", { restart: false }, this.session);
    if (!this.control.closed) this.control.send(encode(message, this.connection.key)).catch(() => undefined); // gone already
  }

  close(): void {
    for (const socket of [this.published, this.shell, this.control]) socket.close();
  }

  private async read(socket: Dealer | Subscriber, take: (message: Message) => void): Promise<void> {
    try {
      for await (const frames of socket) take(decode(frames, this.connection.key, this.mostBytes));
    } catch (error) {
      if (!socket.closed) throw error;
    }
  }
}
