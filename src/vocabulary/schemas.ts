/** Parts of the configuration's JSON Schema. Descriptions are what an owner's editor shows. */

export const text = (description: string, maxLength = 200) => ({
  type: "string",
  maxLength,
  description,
});
export const name = (description: string) => ({
  type: "string",
  minLength: 1,
  maxLength: 200,
  description,
});
export const flag = (description: string, initial: boolean) => ({
  type: "boolean",
  default: initial,
  description,
});
export const choice = (description: string, values: readonly string[], initial?: string) => ({
  enum: values,
  ...(initial === undefined ? {} : { default: initial }),
  description,
});
export const whole = (description: string, minimum: number, maximum: number, initial?: number) => ({
  type: "integer",
  minimum,
  maximum,
  ...(initial === undefined ? {} : { default: initial }),
  description,
});
export const list = (description: string, items: object, more: object = {}) => ({
  type: "array",
  items,
  uniqueItems: true,
  description,
  ...more,
});
export const shape = (description: string, properties: object, more: object = {}) => ({
  type: "object",
  additionalProperties: false,
  description,
  properties,
  ...more,
});
/** A reference to one of the schema's `$defs`. */
export const ref = (definition: string, description?: string) => ({
  $ref: `#/$defs/${definition}`,
  ...(description === undefined ? {} : { description }),
});
/** The title says in messages what was expected. */
export const form = (title: string, pattern: string, description = title, maxLength = 200) => ({
  type: "string",
  title,
  pattern,
  maxLength,
  description,
});
