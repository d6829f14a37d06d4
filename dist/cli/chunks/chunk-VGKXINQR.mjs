// src/cli/UsageError.ts
var UsageError = class extends Error {
  name = "UsageError";
};
var InputError = class extends UsageError {
  name = "InputError";
};

export {
  UsageError,
  InputError
};
