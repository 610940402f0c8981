#pragma once

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QVariant>

#include <span>

namespace braketeer::store {

/// One row = one thing that is remembered between runs. Nothing here may be a secret.
struct Setting
{
    enum class Type { Boolean, Integer, Text, TextList, Bytes };
    const char *key; ///< group/name, stable
    Type type;
    const char *defaultText; ///< "" for empty; lists have no default but empty
};

namespace setting {
inline constexpr Setting profile{"session/profile", Setting::Type::Text, ""};
inline constexpr Setting region{"session/region", Setting::Type::Text, ""};
inline constexpr Setting endpointUrl{"session/endpointUrl", Setting::Type::Text, ""};
inline constexpr Setting caBundle{"session/caBundle", Setting::Type::Text, ""};
/// Names of the entries in the keychain: the keychain itself cannot be listed. No secrets.
inline constexpr Setting credentialNames{"credentials/names", Setting::Type::TextList, ""};
inline constexpr Setting language{"window/language", Setting::Type::Text, ""};
inline constexpr Setting colourScheme{"window/colourScheme", Setting::Type::Text, "system"};
inline constexpr Setting geometry{"window/geometry", Setting::Type::Bytes, ""};
inline constexpr Setting layout{"window/layout", Setting::Type::Bytes, ""};
/// What the panes take from the window's centre, a QMargins: kept free until they are there.
inline constexpr Setting paneMargins{"window/paneMargins", Setting::Type::Bytes, ""};
inline constexpr Setting historyColumns{"window/historyColumns", Setting::Type::Bytes, ""};
inline constexpr Setting shownSection{"window/section", Setting::Type::Integer, "0"};
inline constexpr Setting recentFiles{"documents/recent", Setting::Type::TextList, ""};
inline constexpr Setting commandTarget{"window/commandTarget", Setting::Type::Text, "sh"};
/// Places in S3, each with whose it is before it: "profile<TAB>s3://bucket/folder/". The newest last.
inline constexpr Setting storageBookmarks{"storage/bookmarks", Setting::Type::TextList, ""};
inline constexpr Setting storageRecents{"storage/recents", Setting::Type::TextList, ""};
/// Buckets that are asked on other terms than the rest: "profile<TAB>bucket<TAB>requester-pays", or "unsigned".
inline constexpr Setting storageTerms{"storage/terms", Setting::Type::TextList, ""};
inline constexpr Setting commandForm{"window/commandForm", Setting::Type::Integer, "1"};
inline constexpr Setting confirmCreate{"jobs/confirmCreate", Setting::Type::Boolean, "true"};
inline constexpr Setting watchJobs{"jobs/watch", Setting::Type::Boolean, "true"};
} // namespace setting

/// All rows, for the settings dialog and the tests.
std::span<const Setting *const> allSettings();

/// The settings file: reads fall back to the row's default, writes go out with sync() or the destructor.
///
/// A value of the wrong type in the file reads as the default. One owner in a program; hand it down by reference.
class Settings final : public QObject
{
    Q_OBJECT
public:
    explicit Settings(const QString &path, QObject *parent = nullptr);

    bool flag(const Setting &row) const;
    int integer(const Setting &row) const;
    QString text(const Setting &row) const;
    QStringList list(const Setting &row) const;
    QByteArray bytes(const Setting &row) const;

    /// `value` of the row's type. Does nothing when it is the same as before.
    void set(const Setting &row, const QVariant &value);
    void reset(const Setting &row);
    /// True when all is on disk.
    bool sync();

Q_SIGNALS:
    void changed(const QByteArray &key);

private:
    QSettings m_file;
};

} // namespace braketeer::store
