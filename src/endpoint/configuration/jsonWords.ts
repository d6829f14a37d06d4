/** A full-width character, as Chinese and Japanese keyboards write it, and the one that JSON knows. */
export const FULL_WIDTH: Readonly<Record<string, string>> = {
  "：": ":",
  "，": ",",
  "、": ",",
  "｛": "{",
  "｝": "}",
  "［": "[",
  "］": "]",
};

/** Words without quotes, in small letters, and the value of JSON that they mean. */
export const WORDS: Readonly<Record<string, string>> = {
  true: "true",
  yes: "true",
  oui: "true",
  false: "false",
  no: "false",
  non: "false",
  none: "null",
  null: "null",
  nil: "null",
  undefined: "null",
  nan: "null",
};
