import { filesNaming } from "../support/filesNaming";
import { h5Dir } from "../support/h5/builtH5";

// tests/gallery holds that the gallery's own build is found by this word.
it("carries nothing of the developers' gallery to the people who use it", () => {
  expect(filesNaming("gallery", h5Dir)).toEqual([]);
});
