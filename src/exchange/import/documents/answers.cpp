#include "exchange/import/documents/answers.h"

#include "exchange/import/notes.h"
#include "exchange/json/readjson.h"
#include "job/schema/schema.h"

#include <QCoreApplication>

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;
using job::Value;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

constexpr qsizetype mostDocuments = 10000;

QString textOfMember(const Value &map, QStringView key)
{
    const Value *member = map.find(key);
    return member ? member->toText() : QString();
}

/// The region in an ARN.
QString regionOf(const QString &arn)
{
    return arn.section(u':', 3, 3);
}

/// Members of an answer that no request has. Source: service model, GetJobResponse; boto3 adds ResponseMetadata.
bool isAnswerOnly(const QString &name)
{
    static const QStringList names{u"jobArn"_s,    u"status"_s,          u"failureReason"_s,    u"createdAt"_s,
                                   u"startedAt"_s, u"endedAt"_s,         u"billableDuration"_s, u"events"_s,
                                   u"queueInfo"_s, u"ResponseMetadata"_s};
    return names.contains(name);
}

bool isEmpty(const Value &value)
{
    return value.isNull() || (value.isMap() && value.entries().isEmpty())
           || (value.isList() && value.items().isEmpty());
}

ImportDraft fromAnswer(const Value &answer)
{
    ImportDraft draft;
    draft.format = u"getjob"_s;
    draft.region = regionOf(textOfMember(answer, u"jobArn"));
    QList<Value::Entry> kept;
    QStringList leftOut;
    for (const Value::Entry &entry : answer.entries()) {
        if (isAnswerOnly(entry.key))
            leftOut << entry.key;
        else if (!isEmpty(entry.value)) // an answer has every member, a request those that say something
            kept.append(entry);
    }
    draft.root = Value::map(std::move(kept));
    draft.findings << answerNote(leftOut);
    return draft;
}

bool isHiddenText(const Value &value)
{
    return value.isText()
           && (value.toText() == u"HIDDEN_DUE_TO_SECURITY_REASONS" || value.toText() == u"***"
               || value.toText() == u"REDACTED");
}

ImportDraft fromEvent(const Value &event)
{
    ImportDraft draft;
    draft.format = u"cloudtrail"_s;
    draft.region = textOfMember(event, u"awsRegion");
    QList<Value::Entry> kept;
    const Value *parameters = event.find(u"requestParameters");
    for (const Value::Entry &entry : parameters->entries()) {
        if (entry.key == u"clientToken")
            draft.findings << droppedTokenNote();
        else if (isHiddenText(entry.value))
            draft.findings << hiddenNote(entry.key);
        else
            kept.append(entry);
    }
    draft.root = Value::map(std::move(kept));
    return draft;
}

/// Other services have a CreateJob, too.
bool isCreateJobEvent(const Value &value)
{
    const Value *parameters = value.find(u"requestParameters");
    const QString source = textOfMember(value, u"eventSource");
    return textOfMember(value, u"eventName") == u"CreateJob" && parameters && parameters->isMap()
           && (source.isEmpty() || source == u"braket.amazonaws.com");
}

bool isEvent(const Value &value)
{
    return value.find(u"eventName") && (value.find(u"requestParameters") || value.find(u"eventSource"));
}

bool isAnswer(const Value &value)
{
    return value.find(u"jobArn") && value.find(u"status");
}

class Finder
{
public:
    void look(const Value &value, int depth)
    {
        if (depth > 4 || drafts.size() >= mostDocuments)
            return;
        if (value.isList())
            lookInto(value.items(), depth);
        else if (value.isMap())
            lookIntoMap(value, depth);
    }

    QList<ImportDraft> drafts;
    bool sawEvents = false;

private:
    void lookInto(const QList<Value> &items, int depth)
    {
        for (const Value &item : items)
            look(item, depth + 1);
    }

    void lookIntoMap(const Value &value, int depth)
    {
        const Value *records = value.find(u"Records");
        const Value *events = value.find(u"Events");
        const Value *recorded = value.find(u"CloudTrailEvent");
        const Value *detail = value.find(u"detail");
        if (records && records->isList()) {
            sawEvents = true;
            lookInto(records->items(), depth);
        } else if (events && events->isList()) {
            sawEvents = true;
            lookInto(events->items(), depth);
        } else if (recorded && recorded->isText()) {
            if (const auto event = readJson(recorded->toText().toUtf8(), DuplicateKeys::LastWins))
                look(*event, depth + 1);
        } else if (detail && detail->isMap() && isEvent(*detail)) {
            look(*detail, depth + 1);
        } else if (isEvent(value)) {
            sawEvents = true;
            if (isCreateJobEvent(value))
                drafts.append(fromEvent(value));
        } else if (isAnswer(value)) {
            drafts.append(fromAnswer(value));
        } else if (isDocument(value)) {
            ImportDraft draft;
            draft.root = value;
            drafts.append(std::move(draft));
        }
    }

    static bool isDocument(const Value &value)
    {
        return value.entries().isEmpty() || std::ranges::any_of(value.entries(), [](const Value::Entry &entry) {
                   return isMemberName(entry.key);
               });
    }
};

} // namespace

bool isMemberName(QStringView name)
{
    const auto &members = job::childrenOf({});
    return std::ranges::any_of(members, [name](const job::Member *member) { return job::name(*member) == name; });
}

ImportDrafts draftsOf(const Value &value)
{
    Finder finder;
    finder.look(value, 0);
    if (!finder.drafts.isEmpty())
        return std::move(finder.drafts);
    return core::fail(core::Error::Kind::Usage,
                      finder.sawEvents ? Text::tr("None of these events is a CreateJob of Amazon Braket.")
                                       : Text::tr("This is no CreateJob document: an object with members such as "
                                                  "jobName is expected."));
}

} // namespace braketeer::exchange
