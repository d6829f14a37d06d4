// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { emit, off, on } from "../../../../src/page/api/emit.ts";

test("a name that every object has is no event, and no error", () => {
  const callback = vi.fn();
  for (const name of ["constructor", "toString", "__proto__"] as never[]) {
    on(name, callback);
    off(name, callback);
  }
  expect(callback).not.toHaveBeenCalled();
});

test("callbacks are told until they are taken away; who throws hurts nobody", () => {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  const callback = vi.fn();
  on("call", () => {
    throw new Error("the page's own");
  });
  on("call", callback);
  const call = { number: "+33123456789", tracked: "+33184880001", condition: "" };
  emit("call", call);
  off("call", callback);
  emit("call", call);
  expect(callback.mock.calls).toEqual([[call]]);
  expect(error).toHaveBeenCalledTimes(2);
  error.mockRestore();
});
