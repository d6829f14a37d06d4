import { memberPath } from "../jsonPath.ts";

// The file may hold anything anywhere: what has not the right type is the schema's business.

export type Json = Record<string, unknown>;

export const record = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

export const records = (value: unknown, path: string): { path: string; value: Json }[] =>
  list(value).map((item, index) => ({ path: memberPath(path, index), value: record(item) }));
