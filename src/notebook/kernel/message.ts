import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** A message of the Jupyter protocol, version 5.3 (jupyter-client's "messaging" page). */
export interface Message {
  readonly header: Header;
  /** The header of the request that this answers; empty where it answers none. */
  readonly parent_header: Partial<Header>;
  readonly metadata: Record<string, unknown>;
  readonly content: Record<string, unknown>;
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
  return { header, parent_header: {}, metadata: {}, content };
}

const DELIMITER = "<IDS|MSG>";

/** The frames of a message, signed with the connection's key (HMAC-SHA-256 over the four JSON parts as sent). */
export function encode(message: Message, key: string): string[] {
  const parts = [message.header, message.parent_header, message.metadata, message.content].map((part) => JSON.stringify(part));
  return [DELIMITER, signature(parts, key), ...parts];
}

/** @throws {Error} frames that are no message, or whose signature is not made with the key */
export function decode(frames: readonly Buffer[], key: string): Message {
  const start = frames.findIndex((frame) => frame.equals(Buffer.from(DELIMITER)));
  if (start < 0 || frames.length < start + 6) throw new Error("a message from the kernel is no Jupyter message");
  const [signed, ...parts] = frames.slice(start + 1, start + 6);
  const expected = Buffer.from(signature(parts, key));
  if (signed.length !== expected.length || !timingSafeEqual(signed, expected)) throw new Error("a message from the kernel is not signed with its key");
  const [header, parent_header, metadata, content] = parts.map((part) => JSON.parse(part.toString()));
  return { header, parent_header, metadata, content };
}

function signature(parts: readonly (string | Buffer)[], key: string): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
