import { GVL, PurposeRestriction, RestrictionType, TCModel, TCString } from "@iabtechlabtcf/core";

export const VENDOR = 755;
const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** What a visitor may choose. */
export interface TcfChoice {
  purposes?: number[];
  vendors?: number[];
  legitimateInterests?: number[];
  /** The publisher's own rule for purpose 8 of our vendor. */
  restriction?: "not allowed" | "legitimate interest";
}

/** A list without a network: `new GVL(…)` takes it inline. */
function vendorList(): GVL {
  const named = (ids: number[]) =>
    Object.fromEntries(ids.map((id) => [id, { id, name: `${id}`, description: "", illustrations: [] }]));
  const vendor = {
    id: VENDOR,
    name: "Example vendor",
    purposes: [1, 8],
    legIntPurposes: [],
    flexiblePurposes: [8],
    specialPurposes: [],
    features: [],
    specialFeatures: [],
  };
  const list = {
    gvlSpecificationVersion: 3,
    vendorListVersion: 100,
    tcfPolicyVersion: 5,
    lastUpdated: "2026-11-01T00:00:00Z",
    purposes: named(ALL),
    specialPurposes: named([1, 2]),
    features: named([1, 2, 3]),
    specialFeatures: named([1, 2]),
    stacks: {},
    dataCategories: {},
    vendors: { [VENDOR]: vendor },
  };
  return new GVL(list as unknown as ConstructorParameters<typeof GVL>[0]);
}

/** @returns the TC string of a choice, by the reference implementation */
export function encodeChoice({
  purposes = [],
  vendors = [],
  legitimateInterests = [],
  restriction,
}: TcfChoice): string {
  const model = new TCModel(vendorList());
  model.cmpId = 300;
  model.cmpVersion = 7;
  model.isServiceSpecific = true;
  model.publisherCountryCode = "FR";
  model.consentLanguage = "FR";
  model.purposeConsents.set(purposes);
  model.purposeLegitimateInterests.set(legitimateInterests);
  model.vendorConsents.set(vendors);
  model.vendorsDisclosed.set([VENDOR]);
  if (restriction) {
    const type = restriction === "not allowed" ? RestrictionType.NOT_ALLOWED : RestrictionType.REQUIRE_LI;
    model.publisherRestrictions.add(VENDOR, new PurposeRestriction(8, type));
  }
  return TCString.encode(model);
}
