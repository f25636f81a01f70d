/** A text in both languages. */
export interface Text {
  zh: string;
  en: string;
}

/** A skill of the framework as every bank gets it; `anchors` = what somebody of level 1, 2, 3, 4, 5 is seen to do. */
export interface ShippedSkill {
  id: string;
  halfLifeMonths: number;
  name: Text;
  description: Text;
  anchors: [Text, Text, Text, Text, Text];
}

/** A role profile; of each skill the required level and the weight, both 1 to 5. `scarce` = one of the three scarce directions. */
export interface ShippedProfile {
  id: string;
  scarce: boolean;
  name: Text;
  description: Text;
  skills: Record<string, [level: number, weight: number]>;
}
