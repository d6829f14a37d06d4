import { expect, test } from "vitest";
import { countedEvent } from "../../../../src/endpoint/report/countedEvent.ts";

const attribution = (landing: string, tracking_ids = {}) => {
  const event = {
    id: "1",
    type: "entry" as const,
    at: 1,
    condition: "c",
    source: "S",
    landing,
    tracking_ids,
  };
  return countedEvent(event, () => ({})).attribution;
};

test("an entry's landing is its path, its campaign that of the URL, else of the ads", () => {
  const ads = { valueTracks: { campaignid: "77" } };
  expect(attribution("https://a.example/prix/?utm_campaign=hiver&campaignid=1", ads)).toMatchObject({
    landing: "/prix/",
    campaign: "hiver",
  });
  expect(attribution("https://a.example/?utm_campaign=", ads)).toMatchObject({
    landing: "/",
    campaign: "77",
  });
  expect(attribution("https://a.example/?campaignid=8")).toMatchObject({ campaign: "8" });
  expect(attribution("https://a.example/", { valueTracks: "none" })).toMatchObject({ campaign: "" });
  expect(attribution("")).toMatchObject({ landing: "", campaign: "", condition: "c", source: "S" });
});
