/**
 * Just enough of MongoDB's wire protocol to ask an engine on this machine who it is before any package is installed:
 * one OP_MSG there, one back.
 */
import { connect } from "node:net";

const OP_MSG = 2013;

/** Sends one command to 127.0.0.1:port and gives the answer; rejects when nobody answers in time. */
export function ask(port, command, timeoutMs = 2_000) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1" }, () => socket.write(message({ ...command, $db: "admin" })));
    let received = Buffer.alloc(0);
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`no answer on port ${port} after ${timeoutMs} ms`)));
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 21 || received.length < received.readInt32LE(0)) return;
      socket.destroy();
      try {
        resolve(decode(received.subarray(21)));
      } catch (error) {
        reject(error);
      }
    });
    socket.once("error", reject);
    socket.once("close", () => reject(new Error(`the connection to port ${port} was closed`)));
  });
}

function message(command) {
  const body = encode(command);
  const head = Buffer.alloc(21);
  [head.length + body.length, 1, 0, OP_MSG, 0].forEach((value, index) => head.writeInt32LE(value, index * 4));
  return Buffer.concat([head, body]);
}

/** BSON of what commands here are made of: whole numbers, strings, objects, lists. */
export function encode(document) {
  const parts = Object.entries(document).map(([key, value]) => {
    const [type, bytes] = encodeValue(value);
    return Buffer.concat([Buffer.from([type]), Buffer.from(`${key}\0`), bytes]);
  });
  const inner = Buffer.concat([...parts, Buffer.from([0])]);
  return Buffer.concat([int32(inner.length + 4), inner]);
}

function encodeValue(value) {
  if (typeof value === "number") return [0x10, int32(value)];
  if (typeof value === "string")
    return [0x02, Buffer.concat([int32(Buffer.byteLength(value) + 1), Buffer.from(`${value}\0`)])];
  return [Array.isArray(value) ? 0x04 : 0x03, encode(value)];
}

function int32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

/** The answer as an object; what is not needed here (ids, binaries, timestamps) comes as null. */
export function decode(bytes) {
  const document = {};
  for (let at = 4; bytes[at] !== 0;) {
    const type = bytes[at];
    const nameEnd = bytes.indexOf(0, at + 1);
    const [value, length] = decodeValue(type, bytes, nameEnd + 1);
    document[bytes.toString("utf8", at + 1, nameEnd)] = value;
    at = nameEnd + 1 + length;
  }
  return document;
}

function decodeValue(type, bytes, at) {
  switch (type) {
    case 0x01:
      return [bytes.readDoubleLE(at), 8];
    case 0x02:
      return [bytes.toString("utf8", at + 4, at + 3 + bytes.readInt32LE(at)), 4 + bytes.readInt32LE(at)];
    case 0x03:
      return [decode(bytes.subarray(at)), bytes.readInt32LE(at)];
    case 0x04:
      return [Object.values(decode(bytes.subarray(at))), bytes.readInt32LE(at)];
    case 0x05:
      return [null, 5 + bytes.readInt32LE(at)];
    case 0x07:
      return [null, 12];
    case 0x08:
      return [bytes[at] === 1, 1];
    case 0x09:
    case 0x12:
      return [Number(bytes.readBigInt64LE(at)), 8];
    case 0x0a:
      return [null, 0];
    case 0x10:
      return [bytes.readInt32LE(at), 4];
    case 0x11:
      return [null, 8];
    default:
      throw new Error(`an answer holds a value of type ${type}`);
  }
}
