"""Of which fields it is worth telling that an advert says they are not asked."""

# fmt: off
# An advert that says that a thing is not asked, says so of these.
DENIED = frozenset({
    "lift_kg", "carry_kg", "push_pull_kgf", "climb", "stair_steps", "kneel_per_hour",
    "bend_per_hour", "stand_minutes", "stand_hours_day", "keyboard_hours_day",
    "hand_use", "reach_per_hour", "needs_little_customer_contact",
    "needs_little_patient_contact", "conflict", "hearing", "divided_attention",
    "others_emotions",
    "cooperation", "needs_no_leadership", "needs_no_deadlines_peaks",
    "needs_no_high_pace", "needs_few_interruptions", "needs_low_distraction",
    "needs_predictable_work", "needs_backup_colleague", "professional_driving",
    "commute_independent", "noise_limited", "ppe_limited", "skin_contact_limited",
    "airborne_limited", "needs_no_personal_risk", "vibration_limited", "writing",
    "shift_evening", "shift_night", "shift_weekend", "shift_standby",
    "walk_minutes", "walk_hours_day", "overhead_minutes", "kneel_static_minutes",
    "bent_static_minutes", "cold_limited", "heat_limited", "draft_limited",
    "infection_risk", "allergy", "trunk_rotation", "head_movement",
})
# That others do a thing tells something of fewer fields: who lets others clean the
# windows was never asked to reach high.
HANDED_OVER = frozenset({
    "lift_kg", "carry_kg", "push_pull_kgf", "climb", "professional_driving", "hearing",
    "conflict", "needs_little_customer_contact", "needs_little_patient_contact",
    "needs_no_deadlines_peaks", "shift_evening", "shift_night", "shift_weekend",
    "shift_standby", "writing", "needs_no_leadership",
    "vibration_limited",
    "noise_limited",
})
# fmt: on
