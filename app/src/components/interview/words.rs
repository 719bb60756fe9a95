//! What topics, phases, kinds of interviews and sureness are called.

use crate::i18n::{Key, format, text};
use crate::state::practice::Topic;
use approdo_catalog::{CareerStage, DocumentTime, QuestionFamily};
use approdo_domain::practice::{
    AnswerField, ChecklistAddition, ChecklistPhase, InterviewKind, PracticeChecklist, Sureness,
};

/// Returns the name of a topic.
pub fn topic_words(topic: Topic) -> Key {
    match topic {
        Topic::Everything => Key::InterviewTopicEverything,
        Topic::Occupation => Key::InterviewTopicOccupation,
        Topic::Sector => Key::InterviewTopicSector,
        Topic::Family(family) => family_words(family),
        Topic::Own => Key::InterviewOwn,
    }
}

/// Returns the name of a stage of working life.
pub fn stage_words(stage: CareerStage) -> Key {
    match stage {
        CareerStage::FirstJob => Key::InterviewStageFirstJob,
        CareerStage::Worked => Key::InterviewStageWorked,
        CareerStage::AfterBreak => Key::InterviewStageAfterBreak,
    }
}

/// Returns the name of a family of questions.
pub fn family_words(family: QuestionFamily) -> Key {
    match family {
        QuestionFamily::AboutYou => Key::InterviewFamilyAboutYou,
        QuestionFamily::Experience => Key::InterviewFamilyExperience,
        QuestionFamily::Motivation => Key::InterviewFamilyMotivation,
        QuestionFamily::StrengthsAndLimits => Key::InterviewFamilyStrengthsAndLimits,
        QuestionFamily::PracticalConditions => Key::InterviewFamilyPracticalConditions,
        QuestionFamily::Difficult => Key::InterviewFamilyDifficult,
        QuestionFamily::Illegal => Key::InterviewFamilyIllegal,
        QuestionFamily::AskBack => Key::InterviewFamilyAskBack,
        QuestionFamily::Closing => Key::InterviewFamilyClosing,
    }
}

/// Returns how sure somebody feels, in words.
pub fn sureness_words(sureness: Sureness) -> Key {
    match sureness {
        Sureness::NotYet => Key::InterviewSureNotYet,
        Sureness::Almost => Key::InterviewSureAlmost,
        Sureness::Sure => Key::InterviewSureSure,
    }
}

/// Returns the name of a STAR step; that of the first for fields that are none.
pub fn step_words(field: AnswerField) -> Key {
    match field {
        AnswerField::Task => Key::InterviewStarTask,
        AnswerField::Action => Key::InterviewStarAction,
        AnswerField::Result => Key::InterviewStarResult,
        _ => Key::InterviewStarSituation,
    }
}

/// Returns the name of a kind of interview.
pub fn kind_words(kind: InterviewKind) -> Key {
    match kind {
        InterviewKind::InPerson => Key::InterviewKindInPerson,
        InterviewKind::Phone => Key::InterviewKindPhone,
        InterviewKind::Video => Key::InterviewKindVideo,
    }
}

/// Returns the name of a case that adds something to a checklist.
pub fn addition_words(addition: ChecklistAddition) -> Key {
    match addition {
        ChecklistAddition::FirstJob => Key::InterviewAdditionFirstJob,
        ChecklistAddition::ReturnAfterCare => Key::InterviewAdditionReturnAfterCare,
    }
}

/// Returns the name of a phase.
pub fn phase_words(phase: ChecklistPhase) -> Key {
    match phase {
        ChecklistPhase::WeekBefore => Key::InterviewPhaseWeekBefore,
        ChecklistPhase::EveningBefore => Key::InterviewPhaseEveningBefore,
        ChecklistPhase::ThatMorning => Key::InterviewPhaseThatMorning,
        ChecklistPhase::During => Key::InterviewPhaseDuring,
        ChecklistPhase::After => Key::InterviewPhaseAfter,
    }
}

/// Returns when documents are given, in words.
pub fn time_words(time: DocumentTime) -> Key {
    match time {
        DocumentTime::Interview => Key::InterviewDocumentsInterview,
        DocumentTime::IfItApplies => Key::InterviewDocumentsIfItApplies,
        DocumentTime::AfterTheOffer => Key::InterviewDocumentsAfterTheOffer,
        DocumentTime::Never => Key::InterviewDocumentsNever,
    }
}

/// Returns what a checklist is called: the kind of interview, and with whom it is.
pub fn checklist_name(list: &PracticeChecklist) -> String {
    let kind = text(kind_words(list.interview_kind()));
    match list.company.trim() {
        "" => kind,
        company => format(
            Key::InterviewChecklistWith,
            &[("kind", &kind), ("company", company)],
        ),
    }
}
