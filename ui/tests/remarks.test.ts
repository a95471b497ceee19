// Remarks on a finding's words, and the grade that three answers lead to.
import { gradeFrom, onEvidence, onRequirement, onStatement } from "../src/finding/remarks";
import { dueFrom } from "../src/corrective_action/due";

describe("remarks on a statement", () => {
  it("says nothing about a good one", () => {
    expect(onStatement("Emergency changes lack the approval the policy asks for afterwards.", ["Tomasz Kania"], "minor")).toEqual([]);
  });

  it.each([
    ["Suppliers should be reviewed yearly.", /what to do/],
    ["Reviews are missing because nobody was told.", /cause/],
    ["Approval is sometimes missing.", /count/],
    ["Tomasz Kania does not record approvals.", /Name the function/],
    ["It is missing. It was missing. It is late.", /One sentence/],
  ])("remarks on %s", (statement, remark) => {
    expect(onStatement(statement, ["Tomasz Kania"], "minor").join(" ")).toMatch(remark);
  });

  it("leaves observations and good practice alone", () => {
    expect(onStatement("Teams should copy this.", [], "good_practice")).toEqual([]);
  });
});

describe("remarks on evidence and requirement", () => {
  it("asks for evidence behind a nonconformity, and is content with an attached piece", () => {
    expect(onEvidence("", 0, "major")).toHaveLength(1);
    expect(onEvidence("", 1, "major")).toEqual([]);
    expect(onEvidence("Some tickets were seen", 0, "minor")).toHaveLength(1);
    expect(onEvidence("4 of 9 emergency changes", 0, "minor")).toEqual([]);
  });

  it("asks for own words after the clause", () => {
    expect(onRequirement("ISO/IEC 20000-1:2018, 8.3.3 Service level management:", "minor")).toHaveLength(1);
    expect(onRequirement("8.3.3: targets are agreed", "minor")).toEqual([]);
  });
});

describe("the three questions", () => {
  it("lead to a grade only when enough is answered", () => {
    expect(gradeFrom({})).toBeUndefined();
    expect(gradeFrom({ requirement: true, unmet: true })).toBeUndefined();
  });

  it("lead to a nonconformity whenever evidence shows a requirement unmet", () => {
    expect(gradeFrom({ requirement: false })).toBe("opportunity");
    expect(gradeFrom({ requirement: true, unmet: false })).toBe("observation");
    expect(gradeFrom({ requirement: true, unmet: true, serious: false })).toBe("minor");
    expect(gradeFrom({ requirement: true, unmet: true, serious: true })).toBe("major");
  });
});

describe("the proposed due day", () => {
  it("counts calendar days over a month's end and a leap day", () => {
    expect(dueFrom("2026-10-06", "major")).toBe("2026-12-05");
    expect(dueFrom("2028-02-01", "major")).toBe("2028-04-01");
  });
});
