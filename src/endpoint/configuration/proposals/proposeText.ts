import { visible } from "./invisible.ts";

/** A key of a script's URL out of a name: `Garage Martin` → `garage-martin`. */
export function proposeKey(written: string): string | undefined {
  const key = visible(written)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|(?<!-)-+$/g, "")
    .slice(0, 64);
  return key.length > 2 ? key : undefined;
}

/** An id out of a name: `Numéro principal` → `Numero-principal`. */
export function proposeId(written: string): string | undefined {
  const id = visible(written)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9_.-]+/g, "-")
    .replace(/^[-.]+|(?<!-)-+$/g, "")
    .slice(0, 64);
  return id || undefined;
}

/** `9:00`, `9h`, `18h30`, `6 pm`, `0900`. */
const TIME = /^(\d{1,2})\s?[:h.]?\s?(\d{2})?(?::\d{2})?\s?(am|pm|a\.m\.|p\.m\.|h|heures?|uhr)?$/i;

/** `HH:MM`. @param isEnd whether midnight may be written `24:00` */
export function proposeTime(written: string, isEnd = false): string | undefined {
  const [, hours = "", minutes = "00", half = ""] = TIME.exec(visible(written)) ?? [];
  if (!hours) return undefined;
  const isHalf = /^[ap]/i.test(half);
  const hour = isHalf ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  if (Number(minutes) > 59 || hour > 24 || (hour === 24 && minutes !== "00")) return undefined;
  if (hour === 24) return isEnd ? "24:00" : "00:00";
  return `${String(hour).padStart(2, "0")}:${minutes}`;
}
