import { CmpApi } from "@iabtechlabtcf/cmpapi";
import { GVL, PurposeRestriction, RestrictionType, TCModel, TCString } from "@iabtechlabtcf/core";

const VENDOR = 755;
const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** What a visitor of the test page may choose. */
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

function encode({ purposes = [], vendors = [], legitimateInterests = [], restriction }: TcfChoice): string {
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

const api = new CmpApi(300, 7, true);
let current = "";

const manager = {
  vendor: VENDOR,
  /** Shows the panel: `cmpuishown`, which repeats the choices of before. */
  show: () => api.update(current, true),
  /** The visitor chooses, or, where the panel was never shown, has chosen on an earlier page. */
  choose(choice: TcfChoice): string {
    current = encode(choice);
    api.update(current, false);
    return current;
  },
  /** The visitor is not in the union. */
  doesNotApply: () => api.update(null),
};

export type TcfManager = typeof manager;

(window as unknown as { cmp: TcfManager }).cmp = manager;
