import { ROOMS, type RoomName } from "./rooms.ts";

/** From a room to what it imports: another room, or a package. */
export interface Arrow {
  from: RoomName;
  to: string;
  isType: boolean;
  isPackage: boolean;
}

/** What the table lists for this kind of arrow, those of today included. */
export function listed(from: RoomName, isType: boolean, isPackage: boolean): readonly string[] {
  const { imports = [], types = [], packages = [], typesOf = [], today = {} } = ROOMS[from];
  if (isPackage) return isType ? typesOf : packages;
  return isType ? [...types, ...(today.types ?? [])] : [...imports, ...(today.imports ?? [])];
}

/** Whether an arrow is on the list. What may be imported may be imported as a type too. */
export const isListed = ({ from, to, isType, isPackage }: Arrow): boolean =>
  (!isPackage && from === to) ||
  listed(from, false, isPackage).includes(to) ||
  (isType && listed(from, true, isPackage).includes(to));
