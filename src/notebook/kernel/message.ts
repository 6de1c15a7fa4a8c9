import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { isObject } from "../../isObject";

/** A message of the Jupyter protocol, version 5.3 (jupyter-client's "messaging" page). */
export interface Message {
  readonly header: Header;
  /** The header of the request that this answers; empty where it answers none. */
  readonly parent_header: Partial<Header>;
  readonly metadata: Record<string, unknown>;
  readonly content: Record<string, unknown>;
  /** How many bytes its content took on the way; 0 for one that is not sent yet. */
  readonly size: number;
}

export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** A new request of a session. */
export function request(type: string, content: Record<string, unknown>, session: string): Message {
  const header = { msg_id: randomUUID(), msg_type: type, session, username: "sojourn", date: new Date().toISOString(), version: "5.3" };
  return { header, parent_header: {}, metadata: {}, content, size: 0 };
}

const DELIMITER = "<IDS|MSG>";

/** The frames of a message, signed with the connection's key (HMAC-SHA-256 over the four JSON parts as sent). */
export function encode(message: Message, key: string): string[] {
  const parts = [message.header, message.parent_header, message.metadata, message.content].map((part) => JSON.stringify(part));
  return [DELIMITER, signature(parts, key), ...parts];
}

/**
 * @param mostBytes  a longer content is left unread, and so empty: `size` tells how long it was
 * @throws {UnreadableMessage} frames that are no message, or whose signature is not made with the key
 */
export function decode(frames: readonly Buffer[], key: string, mostBytes = Infinity): Message {
  const start = frames.findIndex((frame) => frame.equals(Buffer.from(DELIMITER)));
  if (start < 0 || frames.length < start + 6) throw new UnreadableMessage("is no Jupyter message");
  const [signed, ...parts] = frames.slice(start + 1, start + 6);
  const expected = Buffer.from(signature(parts, key));
  if (signed.length !== expected.length || !timingSafeEqual(signed, expected)) throw new UnreadableMessage("is not signed with its key");
  const size = parts[3].length;
  const [header, parent_header, metadata, content] = [...parts.slice(0, 3), size > mostBytes ? "{}" : parts[3]].map(record);
  if (typeof header.msg_type !== "string") throw new UnreadableMessage("does not say of which type it is");
  return { header: header as unknown as Header, parent_header, metadata, content, size };
}

/** What a kernel sent and nobody can read; the message completes "a message of the kernel …". */
export class UnreadableMessage extends Error {}

function record(part: Buffer | string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(part.toString());
  } catch (error) {
    throw new UnreadableMessage(`cannot be read (${(error as Error).message.split("\n")[0].slice(0, 100)})`);
  }
  if (!isObject(value)) throw new UnreadableMessage("has a part that is no JSON object");
  return value;
}

function signature(parts: readonly (string | Buffer)[], key: string): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
