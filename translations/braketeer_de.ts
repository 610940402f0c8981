<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Start an empty job</source>
        <translation>Einen leeren Job beginnen</translation>
    </message>
    <message>
        <source>New from the sample &amp;job</source>
        <translation>Neu aus dem Beispiel&amp;job</translation>
    </message>
    <message>
        <source>Start with a complete job that prepares a Bell pair on a simulator</source>
        <translation>Mit einem vollständigen Job beginnen, der auf einem Simulator ein Bell-Paar herstellt</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a job document, JSON or YAML</source>
        <translation>Ein Jobdokument öffnen, JSON oder YAML</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the job document</source>
        <translation>Das Jobdokument speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the job document under another name; the ending decides: .json or .yaml</source>
        <translation>Das Jobdokument unter einem anderen Namen speichern; die Endung entscheidet: .json oder .yaml</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window; the draft is kept</source>
        <translation>Das Fenster schließen; der Entwurf bleibt erhalten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change to the job</source>
        <translation>Die letzte Änderung am Job zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Die zurückgenommene Änderung erneut vornehmen</translation>
    </message>
    <message>
        <source>&amp;Find in the history</source>
        <translation>Im &amp;Verlauf suchen</translation>
    </message>
    <message>
        <source>Search the jobs that were created from this computer</source>
        <translation>Die Jobs durchsuchen, die auf diesem Computer angelegt wurden</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Find any action by its name</source>
        <translation>Eine beliebige Aktion nach ihrem Namen suchen</translation>
    </message>
    <message>
        <source>C&amp;heck</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Check the whole job and list what is found</source>
        <translation>Den ganzen Job prüfen und die Befunde auflisten</translation>
    </message>
    <message>
        <source>&amp;Create job…</source>
        <translation>Job &amp;anlegen…</translation>
    </message>
    <message>
        <source>Review what will be sent, then create the job</source>
        <translation>Durchsehen, was gesendet wird, und dann den Job anlegen</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>&amp;Nächster Befund</translation>
    </message>
    <message>
        <source>Go to the field of the next finding</source>
        <translation>Zum Feld des nächsten Befunds springen</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>&amp;Vorheriger Befund</translation>
    </message>
    <message>
        <source>Go to the field of the finding before</source>
        <translation>Zum Feld des vorherigen Befunds springen</translation>
    </message>
    <message>
        <source>C&amp;opy the command</source>
        <translation>Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the whole text of the command pane</source>
        <translation>Den ganzen Text des Befehlsbereichs kopieren</translation>
    </message>
    <message>
        <source>&amp;Save the command…</source>
        <translation>Befehl &amp;speichern…</translation>
    </message>
    <message>
        <source>Write the whole text of the command pane to a file</source>
        <translation>Den ganzen Text des Befehlsbereichs in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Move the keyboard to the next pane: sections, form, command, history, findings</source>
        <translation>Mit der Tastatur zum nächsten Bereich wechseln: Abschnitte, Formular, Befehl, Verlauf, Befunde</translation>
    </message>
    <message>
        <source>Previou&amp;s pane</source>
        <translation>&amp;Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Move the keyboard to the pane before</source>
        <translation>Mit der Tastatur zum vorherigen Bereich wechseln</translation>
    </message>
    <message>
        <source>&amp;Refresh the history</source>
        <translation>Verlauf &amp;aktualisieren</translation>
    </message>
    <message>
        <source>Ask the service for the state of all unfinished jobs</source>
        <translation>Den Dienst nach dem Stand aller laufenden Jobs fragen</translation>
    </message>
    <message>
        <source>&amp;Who am I?</source>
        <translation>&amp;Wer bin ich?</translation>
    </message>
    <message>
        <source>Ask AWS which account and identity the credentials belong to</source>
        <translation>AWS fragen, zu welchem Konto und welcher Identität die Zugangsdaten gehören</translation>
    </message>
    <message>
        <source>Choose a &amp;profile</source>
        <translation>&amp;Profil auswählen</translation>
    </message>
    <message>
        <source>Go to the list of AWS profiles in the toolbar</source>
        <translation>Zur Liste der AWS-Profile in der Werkzeugleiste springen</translation>
    </message>
    <message>
        <source>Use the &amp;demo</source>
        <translation>&amp;Demo verwenden</translation>
    </message>
    <message>
        <source>Work with the built-in service: no account, no network, no cost</source>
        <translation>Mit dem eingebauten Dienst arbeiten: kein Konto, kein Netz, keine Kosten</translation>
    </message>
    <message>
        <source>&amp;Add access keys…</source>
        <translation>&amp;Zugriffsschlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>Keep an access key in the keychain of the operating system</source>
        <translation>Einen Zugriffsschlüssel im Schlüsselbund des Betriebssystems aufbewahren</translation>
    </message>
    <message>
        <source>&amp;About Braketeer</source>
        <translation>Ü&amp;ber Braketeer</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>&amp;Job</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>New from a &amp;template…</source>
        <translation>Neu aus einer &amp;Vorlage…</translation>
    </message>
    <message>
        <source>Start with a job that asks only for what you must say</source>
        <translation>Mit einem Job beginnen, der nur fragt, was Sie sagen müssen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Paste a command of any shell, a Python call, an answer of GetJob: it becomes the job</source>
        <translation>Einen Befehl einer beliebigen Shell, einen Python-Aufruf oder eine Antwort von GetJob einfügen: Daraus wird der Job</translation>
    </message>
    <message>
        <source>Save as a te&amp;mplate…</source>
        <translation>Als V&amp;orlage speichern…</translation>
    </message>
    <message>
        <source>Keep the job in your list of templates</source>
        <translation>Den Job in Ihrer Liste der Vorlagen aufbewahren</translation>
    </message>
    <message>
        <source>Open the command in a &amp;terminal…</source>
        <translation>Den Befehl in einem &amp;Terminal öffnen…</translation>
    </message>
    <message>
        <source>Type the command into a terminal, without running it</source>
        <translation>Den Befehl in ein Terminal tippen, ohne ihn auszuführen</translation>
    </message>
    <message>
        <source>&amp;Go to a place in S3</source>
        <translation>Zu einem Ort in S3 &amp;gehen</translation>
    </message>
    <message>
        <source>Open the S3 pane and type an address: s3://…, https://… or an ARN</source>
        <translation>Den S3-Bereich öffnen und eine Adresse eingeben: s3://…, https://… oder eine ARN</translation>
    </message>
</context>
<context>
    <name>AddKeysDialog</name>
    <message>
        <source>Add access keys</source>
        <translation>Zugriffsschlüssel hinzufügen</translation>
    </message>
    <message>
        <source>The keys are kept in the keychain of the operating system and nowhere else: no file, no log, no history. Only the name below is remembered in the settings.</source>
        <translation>Die Schlüssel werden im Schlüsselbund des Betriebssystems aufbewahrt und sonst nirgends: in keiner Datei, keinem Protokoll, keinem Verlauf. Nur der Name unten wird in den Einstellungen gemerkt.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>research</source>
        <translation>forschung</translation>
    </message>
    <message>
        <source>What the profile list calls these keys</source>
        <translation>Wie diese Schlüssel in der Profilliste heißen</translation>
    </message>
    <message>
        <source>&amp;Access key ID</source>
        <translation>&amp;Zugriffsschlüssel-ID</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>Zugriffsschlüssel-ID</translation>
    </message>
    <message>
        <source>AKIA…</source>
        <translation>AKIA…</translation>
    </message>
    <message>
        <source>&amp;Secret access key</source>
        <translation>&amp;Geheimer Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Secret access key</source>
        <translation>Geheimer Zugriffsschlüssel</translation>
    </message>
</context>
<context>
    <name>AlgorithmSection</name>
    <message>
        <source>&amp;Script archive</source>
        <translation>Skriptarchi&amp;v</translation>
    </message>
    <message>
        <source>E&amp;ntry point</source>
        <translation>Ei&amp;nstiegspunkt</translation>
    </message>
    <message>
        <source>&amp;Compression</source>
        <translation>K&amp;omprimierung</translation>
    </message>
    <message>
        <source>&amp;gzip archive</source>
        <translation>g&amp;zip-Archiv</translation>
    </message>
    <message>
        <source>n&amp;ot compressed</source>
        <translation>ni&amp;cht komprimiert</translation>
    </message>
    <message>
        <source>not s&amp;tated</source>
        <translation>nicht ange&amp;geben</translation>
    </message>
    <message>
        <source>Container &amp;image</source>
        <translation>Container-I&amp;mage</translation>
    </message>
</context>
<context>
    <name>AppearanceMenu</name>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Schreibtisch</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;Language (from the next start)</source>
        <translation>&amp;Sprache (ab dem nächsten Start)</translation>
    </message>
</context>
<context>
    <name>Archive</name>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is neither an archive (.tar.gz, .tar, .zip) nor a Python file.</source>
        <translation>%1 ist weder ein Archiv (.tar.gz, .tar, .zip) noch eine Python-Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be read as a tar archive: %2.</source>
        <translation>%1 kann nicht als tar-Archiv gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The archive is damaged after “%1”: %2.</source>
        <translation>Das Archiv ist nach „%1“ beschädigt: %2.</translation>
    </message>
    <message>
        <source>Only the first %1 of the archive were looked at.</source>
        <translation>Nur die ersten %1 des Archivs wurden angesehen.</translation>
    </message>
    <message>
        <source>Only the first %1 members of the archive were looked at.</source>
        <translation>Nur die ersten %1 Mitglieder des Archivs wurden angesehen.</translation>
    </message>
    <message>
        <source>The names in the archive are so long that not all were looked at.</source>
        <translation>Die Namen im Archiv sind so lang, dass nicht alle angesehen wurden.</translation>
    </message>
    <message>
        <source>Only the first %1 of what the archive unpacks to were looked at.</source>
        <translation>Nur die ersten %1 dessen, was das Archiv entpackt ergibt, wurden angesehen.</translation>
    </message>
    <message>
        <source>The archive unpacks to more than %1 times its size, as archives do that are made to fill a disk; looking at it was given up.</source>
        <translation>Das Archiv entpackt sich auf mehr als das %1-Fache seiner Größe, wie es Archive tun, die eine Platte füllen sollen; das Ansehen wurde aufgegeben.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Install Braketeer again.</source>
        <translation>Installieren Sie Braketeer neu.</translation>
    </message>
    <message>
        <source>Archives cannot be opened: %1 cannot be loaded: %2</source>
        <translation>Archive können nicht geöffnet werden: %1 kann nicht geladen werden: %2</translation>
    </message>
    <message>
        <source>Archives cannot be opened: libbraketeer_archive.so is in none of %1.</source>
        <translation>Archive können nicht geöffnet werden: libbraketeer_archive.so ist in keinem von %1.</translation>
    </message>
    <message>
        <source>%1 is damaged: the directory at the end of the zip is missing, as when a transfer broke off.</source>
        <translation>%1 ist beschädigt: Das Verzeichnis am Ende der zip-Datei fehlt, wie nach einer abgebrochenen Übertragung.</translation>
    </message>
    <message>
        <source>The directory of %1 is too large.</source>
        <translation>Das Verzeichnis von %1 ist zu groß.</translation>
    </message>
    <message>
        <source>The directory of the zip is damaged: it should have %1 members, and %2 can be read.</source>
        <translation>Das Verzeichnis der zip-Datei ist beschädigt: Es sollte %1 Mitglieder haben, und %2 sind lesbar.</translation>
    </message>
    <message>
        <source>Members of the zip lie over one another, as in archives that are made to fill a disk.</source>
        <translation>Mitglieder der zip-Datei liegen übereinander, wie in Archiven, die eine Platte füllen sollen.</translation>
    </message>
    <message>
        <source>The member “%1” of the zip is damaged.</source>
        <translation>Das Mitglied „%1“ der zip-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 was replaced while it was looked at; try again.</source>
        <translation>%1 wurde ersetzt, während es angesehen wurde; versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>ArchiveWarnings</name>
    <message>
        <source>The container could not unpack it: make it anew.</source>
        <translation>Der Container könnte es nicht entpacken: Erstellen Sie es neu.</translation>
    </message>
    <message>
        <source>“%1” is not what its name says, and the container unpacks by the name: give it the ending of what it is (.tar.gz, .tar or .zip).</source>
        <translation>„%1“ ist nicht, was der Name sagt, und der Container entpackt nach dem Namen: Geben Sie der Datei die passende Endung (.tar.gz, .tar oder .zip).</translation>
    </message>
    <message>
        <source>The archive is no .tar.gz, the only kind that Braket&apos;s documentation names: Braketeer can pack the folder again.</source>
        <translation>Das Archiv ist kein .tar.gz, die einzige Art, die die Dokumentation von Braket nennt: Braketeer kann den Ordner neu packen.</translation>
    </message>
    <message>
        <source>“%1” is encrypted, and the container has no password.</source>
        <translation>„%1“ ist verschlüsselt, und der Container hat kein Passwort.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n such members.</source>
        <translation>
            <numerusform>Es gibt %n solches Mitglied.</numerusform>
            <numerusform>Es gibt %n solche Mitglieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder “%1” at the top cannot be part of an entry point: give it a name of letters, digits and _ that starts with no digit.</source>
        <translation>Der oberste Ordner „%1“ kann nicht Teil eines Einstiegspunkts sein: Geben Sie ihm einen Namen aus Buchstaben, Ziffern und _, der nicht mit einer Ziffer beginnt.</translation>
    </message>
    <message>
        <source>There is no Python file in it.</source>
        <translation>Es ist keine Python-Datei darin.</translation>
    </message>
    <message>
        <source>No entry point can be found in the archive. %1</source>
        <translation>Im Archiv findet sich kein Einstiegspunkt. %1</translation>
    </message>
    <message>
        <source>The Python files lie at the top of the archive, without a folder around them: the entry point of %1 is “%2”, with no folder&apos;s name before it.</source>
        <translation>Die Python-Dateien liegen ganz oben im Archiv, ohne Ordner um sie herum: Der Einstiegspunkt von %1 ist „%2“, ohne den Namen eines Ordners davor.</translation>
    </message>
    <message>
        <source>“%1” is an absolute path: it would be unpacked outside the job&apos;s folder.</source>
        <translation>„%1“ ist ein absoluter Pfad: Er würde außerhalb des Ordners des Jobs entpackt.</translation>
    </message>
    <message>
        <source>“%1” leads upwards with “..”: it would be unpacked outside the job&apos;s folder.</source>
        <translation>„%1“ führt mit „..“ nach oben: Es würde außerhalb des Ordners des Jobs entpackt.</translation>
    </message>
    <message>
        <source>“%1” is a link that leads out of the archive, to something that the container does not have.</source>
        <translation>„%1“ ist eine Verknüpfung, die aus dem Archiv hinausführt, zu etwas, das der Container nicht hat.</translation>
    </message>
    <message>
        <source>“%1” is a link, and Python unpacks links in a zip as small text files.</source>
        <translation>„%1“ ist eine Verknüpfung, und Python entpackt Verknüpfungen einer zip-Datei als kleine Textdateien.</translation>
    </message>
    <message>
        <source>“%1” is a link to another member; a copy in its place works everywhere.</source>
        <translation>„%1“ ist eine Verknüpfung mit einem anderen Mitglied; eine Kopie an ihrer Stelle geht überall.</translation>
    </message>
    <message>
        <source>“%1” is no file but a device, a pipe or a socket.</source>
        <translation>„%1“ ist keine Datei, sondern ein Gerät, eine Pipe oder ein Socket.</translation>
    </message>
    <message>
        <source>“%1” is in the archive twice: the later one stands when it is unpacked.</source>
        <translation>„%1“ ist zweimal im Archiv: Entpackt bleibt das spätere.</translation>
    </message>
    <message>
        <source>The name of “%1” is not written in UTF-8: it is unpacked under another name than it had.</source>
        <translation>Der Name von „%1“ ist nicht in UTF-8 geschrieben: Entpackt wird es unter einem anderen Namen, als es hatte.</translation>
    </message>
    <message>
        <source>The name “%1…” is longer than Linux allows: it cannot be unpacked.</source>
        <translation>Der Name „%1…“ ist länger, als Linux erlaubt: Er kann nicht entpackt werden.</translation>
    </message>
    <message>
        <source>%1, line %2: “%3” names no version (==), so another one may be installed tomorrow.</source>
        <translation>%1, Zeile %2: „%3“ nennt keine Version (==), morgen kann also eine andere installiert werden.</translation>
    </message>
    <message>
        <source>%1, line %2: “%3” names a package index of its own, which the container must be able to reach without a password.</source>
        <translation>%1, Zeile %2: „%3“ nennt einen eigenen Paketindex, den der Container ohne Passwort erreichen können muss.</translation>
    </message>
    <message>
        <source>%1, line %2: “%3” installs a folder in place, from where the archive was unpacked: it must be in the archive, named from its top.</source>
        <translation>%1, Zeile %2: „%3“ installiert einen Ordner an Ort und Stelle, von dort, wo das Archiv entpackt wurde: Er muss im Archiv sein, von dessen oberster Ebene aus benannt.</translation>
    </message>
    <message>
        <source>%1, line %2: “%3” comes from version control, which the container must be able to reach, with the program for it.</source>
        <translation>%1, Zeile %2: „%3“ kommt aus einer Versionsverwaltung, die der Container erreichen können muss, mit dem Programm dafür.</translation>
    </message>
    <message>
        <source>%1, line %2: “%3” is a file or another list: it must be in the archive, or where the container can reach it.</source>
        <translation>%1, Zeile %2: „%3“ ist eine Datei oder eine weitere Liste: Sie muss im Archiv sein, oder wo der Container sie erreicht.</translation>
    </message>
    <message>
        <source>%1 was too large to look at.</source>
        <translation>%1 war zu groß, um angesehen zu werden.</translation>
    </message>
    <message numerus="yes">
        <source>All %n requirements.txt files are installed, one after the other, wherever they lie: %1.</source>
        <translation>
            <numerusform>Die %n Datei requirements.txt wird installiert, wo immer sie liegt: %1.</numerusform>
            <numerusform>Alle %n Dateien requirements.txt werden installiert, eine nach der anderen, wo immer sie liegen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is installed although it lies deep in the tree: the container takes every requirements.txt that it finds.</source>
        <translation>%1 wird installiert, obwohl es tief im Baum liegt: Der Container nimmt jede requirements.txt, die er findet.</translation>
    </message>
    <message>
        <source>“%1” is bytecode, which only the Python that made it can read: Braket&apos;s images have Python 3.12.</source>
        <translation>„%1“ ist Bytecode, den nur das Python lesen kann, das ihn erzeugt hat: Die Abbilder von Braket haben Python 3.12.</translation>
    </message>
    <message>
        <source>“%1” is a pickle: it can be read only with the classes and libraries it was made with, and on Braket&apos;s images that is Python 3.12.</source>
        <translation>„%1“ ist ein Pickle: Er lässt sich nur mit den Klassen und Bibliotheken lesen, mit denen er entstand, und auf den Abbildern von Braket ist das Python 3.12.</translation>
    </message>
    <message>
        <source>“%1” is made for another Python or another system than the images have (Python 3.12 on Linux).</source>
        <translation>„%1“ ist für ein anderes Python oder ein anderes System gemacht, als die Abbilder haben (Python 3.12 unter Linux).</translation>
    </message>
    <message>
        <source>The archive is large for a script (%1 unpacked): data belongs into an input channel, where it is not unpacked at every start.</source>
        <translation>Das Archiv ist groß für ein Skript (%1 entpackt): Daten gehören in einen Eingabekanal, wo sie nicht bei jedem Start entpackt werden.</translation>
    </message>
    <message>
        <source>The archive unpacks to %1 times its size, as archives do that are made to fill a disk.</source>
        <translation>Das Archiv entpackt sich auf das %1-Fache seiner Größe, wie es Archive tun, die eine Platte füllen sollen.</translation>
    </message>
    <message>
        <source>The archive has %1 members: unpacking them takes long, and most of them are hardly the script&apos;s.</source>
        <translation>Das Archiv hat %1 Mitglieder: Das Entpacken dauert lange, und die meisten gehören wohl kaum zum Skript.</translation>
    </message>
    <message>
        <source>“%1” belongs to version control, and no job needs it.</source>
        <translation>„%1“ gehört zur Versionsverwaltung, und kein Job braucht es.</translation>
    </message>
    <message>
        <source>“%1” belongs to a virtual environment, which works only where it was made: name packages in requirements.txt instead.</source>
        <translation>„%1“ gehört zu einer virtuellen Umgebung, die nur geht, wo sie entstand: Nennen Sie Pakete stattdessen in requirements.txt.</translation>
    </message>
    <message>
        <source>“%1” is a cache, and no job needs it.</source>
        <translation>„%1“ ist ein Zwischenspeicher, und kein Job braucht ihn.</translation>
    </message>
    <message>
        <source>“%1” looks like a checkpoint of a model: an input channel or the job&apos;s checkpoint place is meant for it.</source>
        <translation>„%1“ sieht aus wie ein Prüfpunkt eines Modells: Dafür ist ein Eingabekanal oder der Prüfpunktort des Jobs da.</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>Unknown option %1; --help lists what there is.</source>
        <translation>Unbekannte Option %1; --help führt auf, was es gibt.</translation>
    </message>
    <message>
        <source>An argument is missing; --help shows how this command is used.</source>
        <translation>Ein Argument fehlt; --help zeigt, wie dieser Befehl verwendet wird.</translation>
    </message>
    <message>
        <source>“%1” is one argument too many; --help shows how this command is used.</source>
        <translation>„%1“ ist ein Argument zu viel; --help zeigt, wie dieser Befehl verwendet wird.</translation>
    </message>
</context>
<context>
    <name>BasicsSection</name>
    <message>
        <source>Job &amp;name</source>
        <translation>Job&amp;name</translation>
    </message>
    <message>
        <source>Execution r&amp;ole</source>
        <translation>Ausführungsr&amp;olle</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>Ta&amp;gs</translation>
    </message>
    <message>
        <source>&amp;Client token</source>
        <translation>&amp;Client-Token</translation>
    </message>
</context>
<context>
    <name>Boto3Script</name>
    <message>
        <source>The script needs boto3 %1 or later.</source>
        <translation>Das Skript braucht boto3 %1 oder neuer.</translation>
    </message>
</context>
<context>
    <name>BraketAnswer</name>
    <message>
        <source>The answer of Amazon Braket could not be read: it has no %1.</source>
        <translation>Die Antwort von Amazon Braket konnte nicht gelesen werden: %1 fehlt darin.</translation>
    </message>
</context>
<context>
    <name>BraketRequest</name>
    <message>
        <source>The request is not a JSON document.</source>
        <translation>Die Anfrage ist kein JSON-Dokument.</translation>
    </message>
    <message>
        <source>The request was not sent: without a client token it could be carried out twice.</source>
        <translation>Die Anfrage wurde nicht gesendet: Ohne Client-Token könnte sie zweimal ausgeführt werden.</translation>
    </message>
</context>
<context>
    <name>BraketSdkScript</name>
    <message>
        <source>The script needs version %1 or later of the Amazon Braket SDK.</source>
        <translation>Das Skript braucht das Amazon Braket SDK in Version %1 oder neuer.</translation>
    </message>
    <message>
        <source>AwsQuantumJob.create() would change or lose these members: %1. The script sends the job through AwsSession.create_job(), which changes nothing.</source>
        <translation>AwsQuantumJob.create() würde diese Mitglieder ändern oder verlieren: %1. Das Skript sendet den Job mit AwsSession.create_job(), das nichts ändert.</translation>
    </message>
    <message>
        <source>AwsQuantumJob.create() adds what the job does not set: %1. It may create the default bucket for that.</source>
        <translation>AwsQuantumJob.create() ergänzt, was der Job nicht festlegt: %1. Es kann dafür den Standard-Bucket anlegen.</translation>
    </message>
</context>
<context>
    <name>BucketsModel</name>
    <message>
        <source>Bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
</context>
<context>
    <name>BulkFile</name>
    <message>
        <source>%1 changed while it was being uploaded.</source>
        <translation>%1 hat sich während des Hochladens geändert.</translation>
    </message>
    <message>
        <source>Upload it again when nothing writes to it any more.</source>
        <translation>Laden Sie es noch einmal hoch, wenn nichts mehr hineinschreibt.</translation>
    </message>
    <message>
        <source>The disk is full: %1 cannot be written.</source>
        <translation>Die Platte ist voll: %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Make room, or choose a folder on another disk, then try again.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen Ordner auf einer anderen Platte, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be written: it would be larger than a file may be here.</source>
        <translation>%1 kann nicht geschrieben werden: Es würde größer, als eine Datei hier sein darf.</translation>
    </message>
    <message>
        <source>Choose a folder on another disk.</source>
        <translation>Wählen Sie einen Ordner auf einer anderen Platte.</translation>
    </message>
    <message>
        <source>There is no right to write %1.</source>
        <translation>Es fehlt das Recht, %1 zu schreiben.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The file %1 cannot be used: %2.</source>
        <translation>Die Datei %1 ist nicht nutzbar: %2.</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>Prüfen Sie die Platte, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is not a file: only files can be uploaded.</source>
        <translation>%1 ist keine Datei: Nur Dateien können hochgeladen werden.</translation>
    </message>
    <message>
        <source>%1 cannot be written: its folder does not exist.</source>
        <translation>%1 kann nicht geschrieben werden: Seinen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>Make the folder, or choose another one.</source>
        <translation>Legen Sie den Ordner an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 is being written by another download.</source>
        <translation>%1 wird gerade von einem anderen Download geschrieben.</translation>
    </message>
    <message>
        <source>Wait until it is done, or choose another name.</source>
        <translation>Warten Sie, bis er fertig ist, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The disk has no room for %1: %2 bytes are needed, %3 are free.</source>
        <translation>Die Platte hat keinen Platz für %1: %2 Byte sind nötig, %3 frei.</translation>
    </message>
</context>
<context>
    <name>BulkLoader</name>
    <message>
        <source>Install Braketeer again, with the libcurl library.</source>
        <translation>Installieren Sie Braketeer neu, mit der Bibliothek libcurl.</translation>
    </message>
    <message>
        <source>Files cannot be moved: %1 cannot be loaded: %2</source>
        <translation>Dateien können nicht übertragen werden: %1 kann nicht geladen werden: %2</translation>
    </message>
    <message>
        <source>Files cannot be moved: libbraketeer_bulk.so is in none of %1.</source>
        <translation>Dateien können nicht übertragen werden: libbraketeer_bulk.so ist in keinem von %1.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>%1 vCPU</source>
        <translation>%1 vCPU</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 GPU</source>
        <translation>%1 GPU</translation>
    </message>
    <message>
        <source>%1 (%2 GiB)</source>
        <translation>%1 (%2 GiB)</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>Name a PEM file that can be read with --ca-bundle, AWS_CA_BUNDLE or ca_bundle in the profile, or take the setting away.</source>
        <translation>Geben Sie mit --ca-bundle, AWS_CA_BUNDLE oder ca_bundle im Profil eine lesbare PEM-Datei an, oder entfernen Sie die Einstellung.</translation>
    </message>
    <message>
        <source>The file of certificates “%1” cannot be read: %2.</source>
        <translation>Die Zertifikatdatei „%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The file “%1” holds no certificate in PEM form.</source>
        <translation>Die Datei „%1“ enthält kein Zertifikat im PEM-Format.</translation>
    </message>
</context>
<context>
    <name>ChannelForm</name>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Move this channel up.</source>
        <translation>Diesen Kanal nach oben verschieben.</translation>
    </message>
    <message>
        <source>Move channel up</source>
        <translation>Kanal nach oben verschieben</translation>
    </message>
    <message>
        <source>Move this channel down.</source>
        <translation>Diesen Kanal nach unten verschieben.</translation>
    </message>
    <message>
        <source>Move channel down</source>
        <translation>Kanal nach unten verschieben</translation>
    </message>
    <message>
        <source>Remove this channel.</source>
        <translation>Diesen Kanal entfernen.</translation>
    </message>
    <message>
        <source>Remove channel</source>
        <translation>Kanal entfernen</translation>
    </message>
    <message>
        <source>Channel name</source>
        <translation>Kanalname</translation>
    </message>
    <message>
        <source>S3 location</source>
        <translation>S3-Ort</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
</context>
<context>
    <name>CheckCommand</name>
    <message>
        <source>--fix prints one document; with several files add --in-place.</source>
        <translation>--fix gibt ein einziges Dokument aus; für mehrere Dateien setzen Sie --in-place hinzu.</translation>
    </message>
    <message>
        <source>--in-place belongs to --fix.</source>
        <translation>--in-place gehört zu --fix.</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 × GPU, %2 GiB</source>
        <translation>%1 × GPU, %2 GiB</translation>
    </message>
    <message>
        <source>%1 × GPU</source>
        <translation>%1 × GPU</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>nicht mehr angeboten</translation>
    </message>
    <message>
        <source>not in %1</source>
        <translation>nicht in %1</translation>
    </message>
    <message>
        <source>default quota %1</source>
        <translation>Standardkontingent %1</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>vCPU</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Quantum computer</source>
        <translation>Quantencomputer</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Embedded simulator</source>
        <translation>Eingebetteter Simulator</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>not for jobs in %1</source>
        <translation>nicht für Jobs in %1</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>Gemacht für</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>older</source>
        <translation>älter</translation>
    </message>
    <message>
        <source>Python %1</source>
        <translation>Python %1</translation>
    </message>
</context>
<context>
    <name>CleanUpDialog</name>
    <message>
        <source>Unfinished uploads</source>
        <translation>Unvollendete Uploads</translation>
    </message>
    <message>
        <source>An upload in parts that was never finished keeps its parts in S3, unseen and paid for, until it is taken away.</source>
        <translation>Ein Upload in Teilen, der nie beendet wurde, lässt seine Teile in S3 liegen, unsichtbar und bezahlt, bis er entfernt wird.</translation>
    </message>
    <message>
        <source>&amp;Bucket</source>
        <translation>&amp;Bucket</translation>
    </message>
    <message>
        <source>Bucket to look in</source>
        <translation>Bucket, in dem gesucht wird</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Look for unfinished uploads</source>
        <translation>Nach unvollendeten Uploads suchen</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Name of the bucket to look in</source>
        <translation>Name des Buckets, in dem gesucht wird</translation>
    </message>
</context>
<context>
    <name>CliVersion</name>
    <message>
        <source>“%1” is no member that is known today: only a version of the AWS CLI that is newer than this program takes it.</source>
        <translation>„%1“ ist kein Mitglied, das heute bekannt ist: Nur eine AWS CLI, die neuer ist als dieses Programm, nimmt es an.</translation>
    </message>
    <message>
        <source>Needs AWS CLI %1 or later (of version 1: %2 or later), because of %3.</source>
        <translation>Braucht AWS CLI %1 oder neuer (von Version 1: %2 oder neuer), wegen %3.</translation>
    </message>
    <message>
        <source>Needs AWS CLI %1 or later.</source>
        <translation>Braucht AWS CLI %1 oder neuer.</translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>Something between you and the service may have answered in its place: check the endpoint, the proxy, and whether the network wants a login first.</source>
        <translation>Möglicherweise hat etwas zwischen Ihnen und dem Dienst an dessen Stelle geantwortet: Prüfen Sie den Endpunkt, den Proxy und ob das Netz zuerst eine Anmeldung verlangt.</translation>
    </message>
    <message>
        <source>%1 answered with something that is not JSON (type %2, %3 bytes): %4.</source>
        <translation>%1 hat mit etwas geantwortet, das kein JSON ist (Typ %2, %3 Bytes): %4.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 answered with JSON that is not an object.</source>
        <translation>%1 hat mit JSON geantwortet, das kein Objekt ist.</translation>
    </message>
    <message>
        <source>No region is set: choose one with --region, AWS_REGION or the profile.</source>
        <translation>Es ist keine Region festgelegt: Wählen Sie eine mit --region, AWS_REGION oder dem Profil.</translation>
    </message>
    <message>
        <source>The path %1 has a segment “.” or “..”, which would be resolved on its way and name something else: rename it where it is stored.</source>
        <translation>Der Pfad %1 hat ein Segment „.“ oder „..“, das unterwegs aufgelöst würde und dann etwas anderes bezeichnet: Benennen Sie das Objekt dort um, wo es liegt.</translation>
    </message>
    <message>
        <source>The address %1 cannot be sent unchanged.</source>
        <translation>Die Adresse %1 kann nicht unverändert gesendet werden.</translation>
    </message>
    <message>
        <source>The request to %1 was cancelled.</source>
        <translation>Die Anfrage an %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The keys of %1 hold characters that no key has, such as a blank or a line break.</source>
        <translation>Die Schlüssel von %1 enthalten Zeichen, die kein Schlüssel hat, etwa ein Leerzeichen oder einen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>Copy the access key, the secret and the session token again.</source>
        <translation>Kopieren Sie den Zugriffsschlüssel, das Geheimnis und das Sitzungstoken noch einmal.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>The service&apos;s answer could not be read: %1</source>
        <translation>Die Antwort des Dienstes konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>“%1” could mean %2. Write the option out.</source>
        <translation>„%1“ kann %2 bedeuten. Schreiben Sie die Option aus.</translation>
    </message>
    <message>
        <source>%1 takes no argument.</source>
        <translation>%1 nimmt kein Argument.</translation>
    </message>
    <message>
        <source>%1 needs an argument. Write %1=… when the argument begins with a hyphen.</source>
        <translation>%1 braucht ein Argument. Schreiben Sie %1=…, wenn das Argument mit einem Bindestrich beginnt.</translation>
    </message>
    <message>
        <source>%1 takes one of %2, not “%3”.</source>
        <translation>%1 nimmt einen der Werte %2, nicht „%3“.</translation>
    </message>
    <message>
        <source>These options are required and missing: %1.</source>
        <translation>Diese Optionen sind erforderlich und fehlen: %1.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Words of the action</source>
        <translation>Wörter der Aktion</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>CommandPane</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Form of the command</source>
        <translation>Form des Befehls</translation>
    </message>
    <message>
        <source>What the job is written as</source>
        <translation>Wie der Job geschrieben wird</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>Kop&amp;ieren</translation>
    </message>
    <message>
        <source>Copy the whole text (Ctrl+Shift+C)</source>
        <translation>Den ganzen Text kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>Speiche&amp;rn…</translation>
    </message>
    <message>
        <source>Write the whole text to a file</source>
        <translation>Den ganzen Text in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Save the command to a file</source>
        <translation>Befehl in einer Datei speichern</translation>
    </message>
    <message>
        <source>Command text</source>
        <translation>Text des Befehls</translation>
    </message>
    <message>
        <source>Long values are shortened here. Copy and Save have them whole.</source>
        <translation>Lange Werte sind hier gekürzt. Beim Kopieren und Speichern sind sie vollständig.</translation>
    </message>
    <message>
        <source>Target of the command</source>
        <translation>Ziel des Befehls</translation>
    </message>
    <message>
        <source>How the text carries the job</source>
        <translation>Wie der Text den Job enthält</translation>
    </message>
    <message>
        <source>Open a terminal with the command typed into it; nothing runs before you press Enter</source>
        <translation>Ein Terminal öffnen, in das der Befehl getippt ist; nichts läuft, bevor Sie Enter drücken</translation>
    </message>
    <message>
        <source>Open in a terminal</source>
        <translation>In einem Terminal öffnen</translation>
    </message>
    <message>
        <source>With the client token: run it twice, get one job</source>
        <translation>Mit dem Client-Token: zweimal ausgeführt, ein Job</translation>
    </message>
    <message>
        <source>The service takes a request with a token that it knows for the same submission. Without one, each run of the command creates another job.</source>
        <translation>Der Dienst hält eine Anfrage mit einem Token, das er kennt, für dieselbe Einreichung. Ohne Token legt jeder Lauf des Befehls einen weiteren Job an.</translation>
    </message>
    <message>
        <source>Include the client token</source>
        <translation>Das Client-Token einschließen</translation>
    </message>
    <message>
        <source>The file that the command reads</source>
        <translation>Die Datei, die der Befehl liest</translation>
    </message>
</context>
<context>
    <name>CommandPreview</name>
    <message numerus="yes">
        <source>[%n more character(s)]</source>
        <translation>
            <numerusform>[%n weiteres Zeichen]</numerusform>
            <numerusform>[%n weitere Zeichen]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>runs the built-in local service until interrupted, and says how to use it</source>
        <translation>startet den eingebauten lokalen Dienst, bis er unterbrochen wird, und sagt, wie er zu verwenden ist</translation>
    </message>
    <message>
        <source>checks, records, signs and sends a job, and prints its ARN; takes every option of aws braket create-job</source>
        <translation>prüft, verzeichnet, signiert und sendet einen Job und gibt seine ARN aus; nimmt jede Option von aws braket create-job</translation>
    </message>
    <message>
        <source>prints what the service knows about a job</source>
        <translation>gibt aus, was der Dienst über einen Job weiß</translation>
    </message>
    <message>
        <source>asks the service to stop a job</source>
        <translation>bittet den Dienst, einen Job anzuhalten</translation>
    </message>
    <message>
        <source>lists jobs of the region; --filters &apos;[]&apos; lists all</source>
        <translation>führt Jobs der Region auf; --filters &apos;[]&apos; führt alle auf</translation>
    </message>
    <message>
        <source>the local record of submissions; resolve settles those whose answer was lost</source>
        <translation>das lokale Verzeichnis der Einreichungen; resolve klärt die, deren Antwort verloren ging</translation>
    </message>
    <message>
        <source>keys in the keychain of the operating system; a secret is read from the terminal or standard input, never from an option</source>
        <translation>Schlüssel im Schlüsselbund des Betriebssystems; ein Geheimnis wird vom Terminal oder der Standardeingabe gelesen, nie aus einer Option</translation>
    </message>
    <message>
        <source>prints account and identity, and where the credentials came from</source>
        <translation>gibt Konto und Identität aus, und woher die Zugangsdaten stammen</translation>
    </message>
    <message>
        <source>writes the equivalent command, script or document; TARGET is sh, bash, zsh, fish, powershell, powershell51, cmd, json, yaml, boto3, braket-sdk, powershell-cmdlet or curl; the file form puts the document beside it</source>
        <translation>schreibt den gleichwertigen Befehl, das Skript oder Dokument; TARGET ist sh, bash, zsh, fish, powershell, powershell51, cmd, json, yaml, boto3, braket-sdk, powershell-cmdlet oder curl; die Dateiform legt das Dokument daneben</translation>
    </message>
    <message>
        <source>reads whatever describes a job: a command of any shell, JSON, YAML, a boto3 or New-BRKTJob call, an answer of get-job, a CloudTrail event; prints the document</source>
        <translation>liest, was immer einen Job beschreibt: einen Befehl einer beliebigen Shell, JSON, YAML, einen Aufruf von boto3 oder New-BRKTJob, eine Antwort von get-job, ein CloudTrail-Ereignis; gibt das Dokument aus</translation>
    </message>
    <message>
        <source>packs a folder as a script archive, always the same bytes for the same files; --list looks inside one, and ends with 1 when it could not run</source>
        <translation>packt einen Ordner als Skriptarchiv, mit immer denselben Bytes für dieselben Dateien; --list sieht in eines hinein und endet mit 1, wenn es nicht laufen könnte</translation>
    </message>
    <message>
        <source>job documents with places to fill in, your own and those that come with the program; NAME may be a file</source>
        <translation>Job-Dokumente mit auszufüllenden Stellen, eigene und die dem Programm beiliegen; NAME kann eine Datei sein</translation>
    </message>
    <message>
        <source>objects in S3, with the output of aws s3</source>
        <translation>Objekte in S3, mit der Ausgabe von aws s3</translation>
    </message>
    <message>
        <source>checks job documents without a network; FILE is JSON or YAML, - reads standard input; --online looks at their places in S3 too; exit code 1 when there are errors</source>
        <translation>prüft Job-Dokumente ohne Netz; FILE ist JSON oder YAML, - liest die Standardeingabe; --online sieht sich auch ihre Orte in S3 an; Exit-Code 1, wenn es Fehler gibt</translation>
    </message>
</context>
<context>
    <name>ComputeSection</name>
    <message>
        <source>&amp;Instance type</source>
        <translation>Instanzt&amp;yp</translation>
    </message>
    <message>
        <source>I&amp;nstances</source>
        <translation>I&amp;nstanzen</translation>
    </message>
    <message>
        <source>&amp;Storage</source>
        <translation>S&amp;peicherplatz</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>&amp;Maximum run time</source>
        <translation>&amp;Maximale Laufzeit</translation>
    </message>
</context>
<context>
    <name>ConfigFile</name>
    <message>
        <source>the section header has no closing bracket</source>
        <translation>dem Abschnittskopf fehlt die schließende Klammer</translation>
    </message>
    <message>
        <source>text before the first section header</source>
        <translation>vor dem ersten Abschnittskopf steht Text</translation>
    </message>
    <message>
        <source>expected “name = value”</source>
        <translation>erwartet wird „Name = Wert“</translation>
    </message>
    <message>
        <source>there is no name before the equals sign</source>
        <translation>vor dem Gleichheitszeichen steht kein Name</translation>
    </message>
    <message>
        <source>%1 cannot be used: line %2: %3.</source>
        <translation>%1 kann nicht verwendet werden: Zeile %2: %3.</translation>
    </message>
    <message>
        <source>Mend that line, or comment it out with #.</source>
        <translation>Berichtigen Sie diese Zeile, oder kommentieren Sie sie mit # aus.</translation>
    </message>
    <message>
        <source>The AWS settings in %1 cannot be read: %2.</source>
        <translation>Die AWS-Einstellungen in %1 können nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Mend the file, or name another one in %1.</source>
        <translation>Berichtigen Sie die Datei, oder geben Sie in %1 eine andere an.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>sie ist ein Ordner</translation>
    </message>
    <message>
        <source>it is larger than 4 MiB</source>
        <translation>sie ist größer als 4 MiB</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Standard input cannot be read: %1.</source>
        <translation>Die Standardeingabe kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Nothing was entered; type the value, or pipe it in as a line of standard input.</source>
        <translation>Es wurde nichts eingegeben; tippen Sie den Wert, oder leiten Sie ihn als Zeile in die Standardeingabe.</translation>
    </message>
    <message>
        <source>Standard input holds more than 64 MiB, which is more than is taken from it.</source>
        <translation>Die Standardeingabe enthält mehr als 64 MiB, mehr als von ihr angenommen wird.</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>Das Lesen wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>CreateJobArguments</name>
    <message>
        <source>Give either %1 or %2, not both.</source>
        <translation>Geben Sie entweder %1 oder %2 an, nicht beides.</translation>
    </message>
    <message>
        <source>the document must be an object with CreateJob&apos;s members.</source>
        <translation>das Dokument muss ein Objekt mit den Feldern von CreateJob sein.</translation>
    </message>
    <message>
        <source>To read a file, write file:// before its name.</source>
        <translation>Um eine Datei zu lesen, schreiben Sie file:// vor ihren Namen.</translation>
    </message>
    <message>
        <source>create-job knows no “%1”. See create-job --help for its options.</source>
        <translation>create-job kennt „%1“ nicht. Die Optionen zeigt create-job --help.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CreateJobCommand</name>
    <message>
        <source>warning: “%1” stands twice in one option; the last one counts.</source>
        <translation>Warnung: „%1“ steht zweimal in einer Option; das letzte zählt.</translation>
    </message>
    <message>
        <source>Nothing was sent. Mend what is marked as an error, or send it as it is with --no-check.</source>
        <translation>Es wurde nichts gesendet. Beheben Sie, was als Fehler gekennzeichnet ist, oder senden Sie es mit --no-check so, wie es ist.</translation>
    </message>
    <message>
        <source>The job may have been created. Its request is in the history: “braketeer-cli history resolve” finds out, and makes no second one.</source>
        <translation>Der Job wurde möglicherweise angelegt. Seine Anfrage steht im Verlauf: „braketeer-cli history resolve“ findet es heraus und legt keinen zweiten an.</translation>
    </message>
    <message>
        <source>The job was created, but its ARN could not be written to the history: %1</source>
        <translation>Der Job wurde angelegt, aber seine ARN konnte nicht in den Verlauf geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Nothing was sent. --no-history goes on without a record.</source>
        <translation>Es wurde nichts gesendet. --no-history macht ohne Aufzeichnung weiter.</translation>
    </message>
</context>
<context>
    <name>Credentials</name>
    <message>
        <source>No AWS credentials were found.</source>
        <translation>Es wurden keine AWS-Zugangsdaten gefunden.</translation>
    </message>
    <message>
        <source>Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, choose a profile with --profile, or keep keys in the keychain with “braketeer-cli credentials add”.</source>
        <translation>Setzen Sie AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY, wählen Sie mit --profile ein Profil, oder bewahren Sie Schlüssel mit „braketeer-cli credentials add“ im Schlüsselbund auf.</translation>
    </message>
    <message>
        <source>The environment has only half a pair of keys: %1 is not set.</source>
        <translation>Die Umgebung enthält nur die Hälfte eines Schlüsselpaars: %1 ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Set both AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or neither.</source>
        <translation>Setzen Sie AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY beide oder keine von beiden.</translation>
    </message>
    <message>
        <source>AWS_CREDENTIAL_EXPIRATION is no date and time.</source>
        <translation>AWS_CREDENTIAL_EXPIRATION enthält kein Datum mit Uhrzeit.</translation>
    </message>
    <message>
        <source>Write it like 2030-01-31T12:00:00Z, or unset it.</source>
        <translation>Schreiben Sie es wie 2030-01-31T12:00:00Z, oder setzen Sie die Variable nicht.</translation>
    </message>
    <message>
        <source>Run “aws configure export-credentials --format env” where the AWS CLI works, and set the variables it prints.</source>
        <translation>Führen Sie „aws configure export-credentials --format env“ dort aus, wo die AWS CLI funktioniert, und setzen Sie die ausgegebenen Variablen.</translation>
    </message>
    <message>
        <source>%1 is set, but this way of getting credentials is not supported.</source>
        <translation>%1 ist gesetzt, aber dieser Weg zu Zugangsdaten wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The credentials from %1 expired at %2.</source>
        <translation>Die Zugangsdaten aus %1 sind am %2 abgelaufen.</translation>
    </message>
    <message>
        <source>Get new ones, then try again.</source>
        <translation>Besorgen Sie neue, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>An access key id and a secret access key are needed.</source>
        <translation>Eine Zugriffsschlüssel-ID und ein geheimer Zugriffsschlüssel sind erforderlich.</translation>
    </message>
    <message>
        <source>Keys hold no line breaks: check what was pasted.</source>
        <translation>Schlüssel enthalten keine Zeilenumbrüche: Prüfen Sie, was eingefügt wurde.</translation>
    </message>
    <message>
        <source>The keychain entry holds no AWS keys.</source>
        <translation>Der Eintrag im Schlüsselbund enthält keine AWS-Schlüssel.</translation>
    </message>
    <message>
        <source>The keys of “%1” are in the keychain, which is not in use.</source>
        <translation>Die Schlüssel von „%1“ sind im Schlüsselbund, der nicht in Gebrauch ist.</translation>
    </message>
    <message>
        <source>taking on a role</source>
        <translation>die Übernahme einer Rolle</translation>
    </message>
    <message>
        <source>IAM Identity Center (SSO)</source>
        <translation>IAM Identity Center (SSO)</translation>
    </message>
    <message>
        <source>signing in with the console</source>
        <translation>die Anmeldung an der Konsole</translation>
    </message>
    <message>
        <source>a program that prints credentials</source>
        <translation>ein Programm, das Zugangsdaten ausgibt</translation>
    </message>
    <message>
        <source>a web identity token</source>
        <translation>ein Web-Identity-Token</translation>
    </message>
    <message>
        <source>the credentials of the machine</source>
        <translation>die Zugangsdaten des Rechners</translation>
    </message>
    <message>
        <source>Profile “%1” gets its credentials by %2 (%3), which is not supported yet.</source>
        <translation>Das Profil „%1“ bezieht seine Zugangsdaten über %2 (%3); das wird noch nicht unterstützt.</translation>
    </message>
    <message>
        <source>Run “aws configure export-credentials --profile %1 --format env”, set the variables it prints and leave --profile out, or use a profile with keys.</source>
        <translation>Führen Sie „aws configure export-credentials --profile %1 --format env“ aus, setzen Sie die ausgegebenen Variablen, und lassen Sie --profile weg, oder verwenden Sie ein Profil mit Schlüsseln.</translation>
    </message>
    <message>
        <source>Profile “%1” has only half a pair of keys: %2 is missing.</source>
        <translation>Das Profil „%1“ enthält nur die Hälfte eines Schlüsselpaars: %2 fehlt.</translation>
    </message>
    <message>
        <source>Add it in ~/.aws/credentials, or choose another profile.</source>
        <translation>Ergänzen Sie es in ~/.aws/credentials, oder wählen Sie ein anderes Profil.</translation>
    </message>
    <message>
        <source>Profile “%1” holds no credentials.</source>
        <translation>Das Profil „%1“ enthält keine Zugangsdaten.</translation>
    </message>
    <message>
        <source>Add aws_access_key_id and aws_secret_access_key to it in ~/.aws/credentials, or keep keys of that name in the keychain with “braketeer-cli credentials add”.</source>
        <translation>Fügen Sie ihm in ~/.aws/credentials aws_access_key_id und aws_secret_access_key hinzu, oder bewahren Sie Schlüssel dieses Namens mit „braketeer-cli credentials add“ im Schlüsselbund auf.</translation>
    </message>
    <message>
        <source>“%1” cannot be a name: use 1 to 64 letters, digits and the characters . _ - @</source>
        <translation>„%1“ kann kein Name sein: Verwenden Sie 1 bis 64 Buchstaben, Ziffern und die Zeichen . _ - @</translation>
    </message>
    <message>
        <source>There are no keys called “%1”. “credentials list” shows the names.</source>
        <translation>Es gibt keine Schlüssel namens „%1“. „credentials list“ zeigt die Namen.</translation>
    </message>
</context>
<context>
    <name>CredentialsCommand</name>
    <message>
        <source>There is no keychain here; use environment variables instead.</source>
        <translation>Hier gibt es keinen Schlüsselbund; verwenden Sie stattdessen Umgebungsvariablen.</translation>
    </message>
    <message>
        <source>Secret access key: </source>
        <translation>Geheimer Zugriffsschlüssel: </translation>
    </message>
    <message>
        <source>Use “credentials add NAME --access-key-id ID”, “credentials list” or “credentials remove NAME”.</source>
        <translation>Verwenden Sie „credentials add NAME --access-key-id ID“, „credentials list“ oder „credentials remove NAME“.</translation>
    </message>
</context>
<context>
    <name>CurlCommand</name>
    <message>
        <source>“%1” is no region: use a name such as us-east-1.</source>
        <translation>„%1“ ist keine Region: Nehmen Sie einen Namen wie us-east-1.</translation>
    </message>
    <message>
        <source>The command is for sh, bash and zsh, and needs curl 7.76 or later. It reads the keys from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary ones, AWS_SESSION_TOKEN.</source>
        <translation>Der Befehl ist für sh, bash und zsh und braucht curl 7.76 oder neuer. Er liest die Schlüssel aus AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY und, bei befristeten, AWS_SESSION_TOKEN.</translation>
    </message>
    <message>
        <source>No region is set: the command takes it from AWS_REGION or AWS_DEFAULT_REGION.</source>
        <translation>Es ist keine Region festgelegt: Der Befehl nimmt sie aus AWS_REGION oder AWS_DEFAULT_REGION.</translation>
    </message>
    <message>
        <source>curl knows no profiles: put the keys of “%1” into the environment, for example with aws configure export-credentials --format env.</source>
        <translation>curl kennt keine Profile: Legen Sie die Schlüssel von „%1“ in die Umgebung, etwa mit aws configure export-credentials --format env.</translation>
    </message>
    <message>
        <source>Each run makes a client token of its own, so each run starts another job.</source>
        <translation>Jeder Lauf macht ein eigenes Client-Token, also startet jeder Lauf einen weiteren Job.</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>The demo cannot start: %1 cannot be loaded: %2</source>
        <translation>Die Demo kann nicht starten: %1 kann nicht geladen werden: %2</translation>
    </message>
    <message>
        <source>The demo cannot start: libbraketeer_demo.so is missing. Install Braketeer again.</source>
        <translation>Die Demo kann nicht starten: libbraketeer_demo.so fehlt. Installieren Sie Braketeer neu.</translation>
    </message>
</context>
<context>
    <name>DeviceSection</name>
    <message>
        <source>&amp;Primary device</source>
        <translation>&amp;Primäres Gerät</translation>
    </message>
    <message>
        <source>&amp;Reservation</source>
        <translation>Reser&amp;vierung</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>This is no CreateJob document: an object with members such as jobName is expected.</source>
        <translation>Das ist kein CreateJob-Dokument: Erwartet wird ein Objekt mit Feldern wie jobName.</translation>
    </message>
</context>
<context>
    <name>DocumentFile</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>The draft cannot be kept in %1: %2. Save your work to a file of its own.</source>
        <translation>Der Entwurf kann nicht in %1 aufbewahrt werden: %2. Speichern Sie Ihre Arbeit in einer eigenen Datei.</translation>
    </message>
</context>
<context>
    <name>Endpoints</name>
    <message>
        <source>A custom endpoint cannot be combined with FIPS: switch one of them off.</source>
        <translation>Ein eigener Endpunkt lässt sich nicht mit FIPS verbinden: Schalten Sie eines von beiden ab.</translation>
    </message>
    <message>
        <source>A custom endpoint cannot be combined with dual stack: switch one of them off.</source>
        <translation>Ein eigener Endpunkt lässt sich nicht mit Dual-Stack verbinden: Schalten Sie eines von beiden ab.</translation>
    </message>
    <message>
        <source>The endpoint “%1” is not an http or https address.</source>
        <translation>Der Endpunkt „%1“ ist keine http- oder https-Adresse.</translation>
    </message>
    <message>
        <source>IAM has no such endpoint in partition %1: switch FIPS or dual stack off.</source>
        <translation>IAM hat in der Partition %1 keinen solchen Endpunkt: Schalten Sie FIPS oder Dual-Stack ab.</translation>
    </message>
    <message>
        <source>“%1” is not a service that has an endpoint here.</source>
        <translation>„%1“ ist kein Dienst, der hier einen Endpunkt hat.</translation>
    </message>
    <message>
        <source>No region is set: choose one with --region, AWS_REGION or the profile.</source>
        <translation>Es ist keine Region festgelegt: Wählen Sie eine mit --region, AWS_REGION oder dem Profil.</translation>
    </message>
    <message>
        <source>“%1” is no region: its name cannot be part of a host name.</source>
        <translation>„%1“ ist keine Region: Der Name kann nicht Teil eines Hostnamens sein.</translation>
    </message>
</context>
<context>
    <name>EntryPoints</name>
    <message>
        <source>The entry point starts with “%1”, and the archive has no %1 at its top, only: %2.</source>
        <translation>Der Einstiegspunkt beginnt mit „%1“, und das Archiv hat ganz oben kein %1, nur: %2.</translation>
    </message>
    <message>
        <source>Python has a module “%1” of its own, which is found before the one in the archive: rename it.</source>
        <translation>Python hat selbst ein Modul „%1“, das vor dem im Archiv gefunden wird: Benennen Sie es um.</translation>
    </message>
    <message>
        <source>“%1” is a package without a __main__.py, so it cannot be started: name a module in it, or a function.</source>
        <translation>„%1“ ist ein Paket ohne __main__.py und kann deshalb nicht gestartet werden: Nennen Sie ein Modul darin oder eine Funktion.</translation>
    </message>
    <message>
        <source>There is no module “%1” in the archive: it would be %2.py.</source>
        <translation>Im Archiv gibt es kein Modul „%1“: Es wäre %2.py.</translation>
    </message>
    <message>
        <source>Python cannot read %1: line %2 is broken.</source>
        <translation>Python kann %1 nicht lesen: Zeile %2 ist fehlerhaft.</translation>
    </message>
    <message>
        <source>The function “%1” is async: the container calls it and never waits for it, so nothing of it runs.</source>
        <translation>Die Funktion „%1“ ist async: Der Container ruft sie auf und wartet nie auf sie, also läuft nichts davon.</translation>
    </message>
    <message>
        <source>%1 defines nothing called “%2” at its top level.</source>
        <translation>%1 definiert auf oberster Ebene nichts namens „%2“.</translation>
    </message>
    <message>
        <source>a string has no end</source>
        <translation>eine Zeichenkette hat kein Ende</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>eine Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a bracket is closed that is not open</source>
        <translation>eine Klammer wird geschlossen, die nicht offen ist</translation>
    </message>
    <message>
        <source>the indentation fits no line above</source>
        <translation>die Einrückung passt zu keiner Zeile darüber</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>there is a character that Python does not know</source>
        <translation>da steht ein Zeichen, das Python nicht kennt</translation>
    </message>
    <message>
        <source>Python cannot read the file: %1 (line %2).</source>
        <translation>Python kann die Datei nicht lesen: %1 (Zeile %2).</translation>
    </message>
    <message>
        <source>The function “%1” is a @hybrid_job: to call it starts another job.</source>
        <translation>Die Funktion „%1“ ist ein @hybrid_job: Ihr Aufruf startet einen weiteren Job.</translation>
    </message>
    <message>
        <source>does its work when started: if __name__ == &quot;__main__&quot;</source>
        <translation>tut ihre Arbeit beim Start: if __name__ == &quot;__main__&quot;</translation>
    </message>
    <message>
        <source>the package can be started: it has a __main__.py</source>
        <translation>das Paket kann gestartet werden: Es hat eine __main__.py</translation>
    </message>
    <message>
        <source>a function with the name of a beginning</source>
        <translation>eine Funktion mit dem Namen eines Anfangs</translation>
    </message>
    <message>
        <source>a script: does its work as it is read</source>
        <translation>ein Skript: tut seine Arbeit beim Einlesen</translation>
    </message>
    <message>
        <source>a function</source>
        <translation>eine Funktion</translation>
    </message>
    <message>
        <source>only defines things: nothing happens when it is started</source>
        <translation>definiert nur etwas: Beim Start geschieht nichts</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be part of an entry point: only letters, digits and _ may be in its name, and no digit at its start.</source>
        <translation>Der Ordner „%1“ kann nicht Teil eines Einstiegspunkts sein: Nur Buchstaben, Ziffern und _ dürfen in seinem Namen stehen, und keine Ziffer am Anfang.</translation>
    </message>
    <message>
        <source>Python takes “%1” for the module %1.py, which stands beside the folder.</source>
        <translation>Python nimmt „%1“ für das Modul %1.py, das neben dem Ordner steht.</translation>
    </message>
    <message>
        <source>“%1” has a hyphen in its name, which no module name may have: use _ instead.</source>
        <translation>„%1“ hat einen Bindestrich im Namen, den kein Modulname haben darf: Nehmen Sie _ dafür.</translation>
    </message>
    <message>
        <source>“%1” is no module name: only letters, digits and _ may be in it, and no digit at its start.</source>
        <translation>„%1“ ist kein Modulname: Nur Buchstaben, Ziffern und _ dürfen darin stehen, und keine Ziffer am Anfang.</translation>
    </message>
    <message>
        <source>Python takes “%1” for the package, the folder of the same name.</source>
        <translation>Python nimmt „%1“ für das Paket, den Ordner desselben Namens.</translation>
    </message>
    <message>
        <source>The top of the archive is no package, so nothing names its %1.</source>
        <translation>Die oberste Ebene des Archivs ist kein Paket, deshalb benennt nichts ihre %1.</translation>
    </message>
    <message>
        <source>A module called “py” looks like a file&apos;s extension in an entry point: rename it.</source>
        <translation>Ein Modul namens „py“ sieht in einem Einstiegspunkt wie eine Dateiendung aus: Benennen Sie es um.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>(request %1)</source>
        <translation>(Anfrage %1)</translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message>
        <source>--as does not know “%1”; use one of %2.</source>
        <translation>--as kennt „%1“ nicht; verwenden Sie einen der Werte %2.</translation>
    </message>
    <message>
        <source>--form does not know “%1”; use one of readable, hardened, file.</source>
        <translation>--form kennt „%1“ nicht; nehmen Sie readable, hardened oder file.</translation>
    </message>
    <message>
        <source>%1 exists here and holds something else. Move it away, change folder, or let it be replaced with --overwrite.</source>
        <translation>%1 gibt es hier schon, mit anderem Inhalt. Schieben Sie es weg, wechseln Sie den Ordner, oder lassen Sie es mit --overwrite ersetzen.</translation>
    </message>
    <message>
        <source>%1 holds this document already.</source>
        <translation>%1 enthält dieses Dokument schon.</translation>
    </message>
    <message>
        <source>Wrote %1, which the command reads: run it in this folder.</source>
        <translation>%1 geschrieben; der Befehl liest es: Führen Sie ihn in diesem Ordner aus.</translation>
    </message>
</context>
<context>
    <name>ExportDocument</name>
    <message numerus="yes">
        <source>The text would be longer than %n character(s), too much for some shells and systems: the document stands in the file %1 instead.</source>
        <translation>
            <numerusform>Der Text wäre länger als %n Zeichen, zu viel für manche Shells und Systeme: Das Dokument steht stattdessen in der Datei %1.</numerusform>
            <numerusform>Der Text wäre länger als %n Zeichen, zu viel für manche Shells und Systeme: Das Dokument steht stattdessen in der Datei %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has no form of its own for that; this is the readable one.</source>
        <translation>„%1“ hat dafür keine eigene Form; dies ist die lesbare.</translation>
    </message>
    <message>
        <source>It holds the client token: sent again, it is the same request and starts no second job. Leave the token out to start another job.</source>
        <translation>Es enthält das Client-Token: Noch einmal gesendet ist es dieselbe Anfrage und startet keinen zweiten Job. Lassen Sie das Token weg, um einen weiteren zu starten.</translation>
    </message>
    <message>
        <source>“%1” holds a NUL character (U+0000), which no command can carry. Remove it.</source>
        <translation>„%1“ enthält ein NUL-Zeichen (U+0000), das kein Befehl transportieren kann. Entfernen Sie es.</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>default: %1</source>
        <translation>Standard: %1</translation>
    </message>
    <message>
        <source>e.g. %1</source>
        <translation>z. B. %1</translation>
    </message>
    <message>
        <source>optional, e.g. %1</source>
        <translation>optional, z. B. %1</translation>
    </message>
</context>
<context>
    <name>FileArgument</name>
    <message>
        <source>The file “%1” is not UTF-8 text. Save it as UTF-8 and try again.</source>
        <translation>Die Datei „%1“ ist kein UTF-8-Text. Speichern Sie sie als UTF-8, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read: %2. Check the path; a relative one starts in the working folder.</source>
        <translation>Die Datei „%1“ kann nicht gelesen werden: %2. Prüfen Sie den Pfad; ein relativer beginnt im Arbeitsordner.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>sie ist ein Ordner</translation>
    </message>
    <message>
        <source>The file “%1” has more than %2 bytes; no member of a job is that large. Name another file.</source>
        <translation>Die Datei „%1“ hat mehr als %2 Bytes; so groß ist kein Feld eines Jobs. Geben Sie eine andere Datei an.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Feld</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Apply the fix of the selected finding</source>
        <translation>Die Abhilfe des ausgewählten Befunds anwenden</translation>
    </message>
    <message>
        <source>&amp;Go to the field</source>
        <translation>Zum Feld &amp;springen</translation>
    </message>
    <message>
        <source>Go to the field of the selected finding</source>
        <translation>Zum Feld des ausgewählten Befunds springen</translation>
    </message>
    <message>
        <source>Nothing to mend: the job passes every check that can be made on this computer.</source>
        <translation>Nichts zu beheben: Der Job besteht jede Prüfung, die auf diesem Computer möglich ist.</translation>
    </message>
</context>
<context>
    <name>GetJob</name>
    <message>
        <source>--additional-attribute-names knows only QueueInfo, not “%1”.</source>
        <translation>--additional-attribute-names kennt nur QueueInfo, nicht „%1“.</translation>
    </message>
</context>
<context>
    <name>GlobalOptions</name>
    <message>
        <source>%1 takes whole seconds, 0 for no limit, not “%2”.</source>
        <translation>%1 nimmt ganze Sekunden, 0 für unbegrenzt, nicht „%2“.</translation>
    </message>
    <message>
        <source>%1 does not know “%2”; use one of %3.</source>
        <translation>%1 kennt „%2“ nicht; verwenden Sie einen der Werte %3.</translation>
    </message>
    <message>
        <source>%1 is not offered: connections are always verified. Name a private certificate authority with --ca-bundle instead.</source>
        <translation>%1 wird nicht angeboten: Verbindungen werden immer geprüft. Geben Sie stattdessen mit --ca-bundle eine eigene Zertifizierungsstelle an.</translation>
    </message>
    <message>
        <source>profile of the AWS configuration to use</source>
        <translation>zu verwendendes Profil der AWS-Konfiguration</translation>
    </message>
    <message>
        <source>region of the service</source>
        <translation>Region des Dienstes</translation>
    </message>
    <message>
        <source>another service than Amazon&apos;s, such as the sandbox</source>
        <translation>ein anderer Dienst als der von Amazon, etwa die Sandbox</translation>
    </message>
    <message>
        <source>certificate authorities to trust besides the system&apos;s (PEM)</source>
        <translation>Zertifizierungsstellen, denen außer denen des Systems vertraut wird (PEM)</translation>
    </message>
    <message>
        <source>json (default), text, table or yaml</source>
        <translation>json (Standard), text, table oder yaml</translation>
    </message>
    <message>
        <source>only this part of the answer, such as jobArn or jobs[0].status</source>
        <translation>nur dieser Teil der Antwort, etwa jobArn oder jobs[0].status</translation>
    </message>
    <message>
        <source>how long to wait for a connection</source>
        <translation>wie lange auf eine Verbindung gewartet wird</translation>
    </message>
    <message>
        <source>how long to wait for an answer</source>
        <translation>wie lange auf eine Antwort gewartet wird</translation>
    </message>
    <message>
        <source>say on standard error what is done, without secrets</source>
        <translation>auf der Standardfehlerausgabe sagen, was geschieht, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>diese Hilfe zeigen</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>die Version zeigen</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Options that every command takes:</source>
        <translation>Optionen, die jeder Befehl annimmt:</translation>
    </message>
    <message>
        <source>Members of the job, in shorthand or JSON, or file://FILE to read them:</source>
        <translation>Felder des Jobs, in Kurzschreibweise oder JSON oder mit file://FILE aus einer Datei:</translation>
    </message>
    <message>
        <source>(required)</source>
        <translation>(erforderlich)</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>braketeer-cli launches Amazon Braket hybrid jobs, and keeps a record of them.</source>
        <translation>braketeer-cli startet Hybridjobs von Amazon Braket und führt Buch darüber.</translation>
    </message>
    <message>
        <source>Usage: braketeer-cli [OPTION…] COMMAND [ARGUMENT…]</source>
        <translation>Aufruf: braketeer-cli [OPTION…] BEFEHL [ARGUMENT…]</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>braketeer-cli COMMAND --help says more about one command.</source>
        <translation>braketeer-cli BEFEHL --help sagt mehr über einen Befehl.</translation>
    </message>
    <message>
        <source>Usage: braketeer-cli %1 %2</source>
        <translation>Aufruf: braketeer-cli %1 %2</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>ARN</source>
        <translation>ARN</translation>
    </message>
</context>
<context>
    <name>HistoryCommand</name>
    <message>
        <source>--limit takes a whole number from 1.</source>
        <translation>--limit nimmt eine ganze Zahl ab 1.</translation>
    </message>
    <message>
        <source>There are more than these %1; --limit shows older ones too.</source>
        <translation>Es gibt mehr als diese %1; --limit zeigt auch ältere.</translation>
    </message>
    <message>
        <source>Use “history list”, “history show ID”, “history resolve”, “history note ID TEXT” or “history forget ID”; ID is a number, an ARN, a client token or a job name.</source>
        <translation>Verwenden Sie „history list“, „history show ID“, „history resolve“, „history note ID TEXT“ oder „history forget ID“; ID ist eine Nummer, eine ARN, ein Client-Token oder ein Jobname.</translation>
    </message>
    <message>
        <source>The answer for “%1” was lost at %2, and the service does not list the job. Sent again with the same token it may start a second job, if the service has forgotten the token.</source>
        <translation>Die Antwort zu „%1“ ging am %2 verloren, und der Dienst führt den Job nicht auf. Erneut mit demselben Token gesendet kann ein zweiter Job starten, falls der Dienst das Token vergessen hat.</translation>
    </message>
    <message>
        <source>Send it again (s), give it up (g), or decide later (any other)? </source>
        <translation>Erneut senden (s), aufgeben (g) oder später entscheiden (alles andere)? </translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Den Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>Search name, ARN, device, status…</source>
        <translation>Name, ARN, Gerät, Status suchen…</translation>
    </message>
    <message>
        <source>Copy &amp;ARN</source>
        <translation>ARN kopier&amp;en</translation>
    </message>
    <message>
        <source>Copy the ARN of the selected job</source>
        <translation>Die ARN des ausgewählten Jobs kopieren</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Ak&amp;tualisieren</translation>
    </message>
    <message>
        <source>Ask the service for the state of all unfinished jobs (F5)</source>
        <translation>Den Dienst nach dem Stand aller laufenden Jobs fragen (F5)</translation>
    </message>
    <message>
        <source>Refresh the history</source>
        <translation>Den Verlauf aktualisieren</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>The answer of AWS STS could not be read.</source>
        <translation>Die Antwort von AWS STS konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>None of these events is a CreateJob of Amazon Braket.</source>
        <translation>Keines dieser Ereignisse ist ein CreateJob von Amazon Braket.</translation>
    </message>
    <message>
        <source>This is no CreateJob document: an object with members such as jobName is expected.</source>
        <translation>Dies ist kein CreateJob-Dokument: Erwartet wird ein Objekt mit Mitgliedern wie jobName.</translation>
    </message>
    <message>
        <source>The file “%1” is not there.</source>
        <translation>Die Datei „%1“ ist nicht da.</translation>
    </message>
    <message>
        <source>The file “%1” is not read, because it does not lie beside the imported text.</source>
        <translation>Die Datei „%1“ wird nicht gelesen, weil sie nicht neben dem importierten Text liegt.</translation>
    </message>
    <message>
        <source>The text has %1 bytes; no more than %2 are read.</source>
        <translation>Der Text hat %1 Byte; mehr als %2 werden nicht gelesen.</translation>
    </message>
    <message>
        <source>There is nothing to import: the text is empty.</source>
        <translation>Es gibt nichts zu importieren: Der Text ist leer.</translation>
    </message>
    <message>
        <source>The text is not UTF-8. Save it as UTF-8 and try again.</source>
        <translation>Der Text ist nicht UTF-8. Speichern Sie ihn als UTF-8, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The text holds a NUL character, which no job can.</source>
        <translation>Der Text enthält ein NUL-Zeichen, das kein Job enthalten kann.</translation>
    </message>
    <message numerus="yes">
        <source>The text holds %n job(s).</source>
        <translation>
            <numerusform>Der Text enthält %n Job.</numerusform>
            <numerusform>Der Text enthält %n Jobs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say which one you want by its number, from 0 to %1.</source>
        <translation>Sagen Sie mit seiner Nummer, von 0 bis %1, welchen Sie wollen.</translation>
    </message>
    <message>
        <source>An escape in the text makes half of a surrogate pair, which no job can hold.</source>
        <translation>Eine Maskierung im Text ergibt ein halbes Surrogatpaar, das kein Job enthalten kann.</translation>
    </message>
    <message>
        <source>Nothing that describes a job was recognised: no aws braket create-job command, no JSON or YAML document, no boto3 or New-BRKTJob call.</source>
        <translation>Nichts, was einen Job beschreibt, wurde erkannt: kein Befehl aws braket create-job, kein JSON- oder YAML-Dokument, kein Aufruf von boto3 oder New-BRKTJob.</translation>
    </message>
    <message>
        <source>There is no format “%1”.</source>
        <translation>Es gibt kein Format „%1“.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 stands here, as the text has it: nothing is run or expanded. Put its value in its place.</source>
        <translation>Hier steht %1, wie der Text es hat: Nichts wird ausgeführt oder ersetzt. Setzen Sie den Wert dafür ein.</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>„%1“ nehmen</translation>
    </message>
    <message>
        <source>Use what the text assigns to it</source>
        <translation>Nehmen, was der Text dafür festlegt</translation>
    </message>
    <message>
        <source>The file “%1” is not there; choose it, or put its content in its place.</source>
        <translation>Die Datei „%1“ ist nicht da; wählen Sie sie aus, oder setzen Sie ihren Inhalt ein.</translation>
    </message>
    <message>
        <source>The service model has no member of this name; it was kept as it is.</source>
        <translation>Das Dienstmodell hat kein Mitglied dieses Namens; es wurde behalten, wie es ist.</translation>
    </message>
    <message>
        <source>It stood at %1, where the API had it before; it was moved to its place of today.</source>
        <translation>Es stand bei %1, wo die API es früher hatte; es wurde an seinen heutigen Platz gebracht.</translation>
    </message>
    <message>
        <source>An early version of the API had this member; today&apos;s refuses it. Remove it.</source>
        <translation>Eine frühe Version der API hatte dieses Mitglied; die heutige lehnt es ab. Entfernen Sie es.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of a skeleton that nobody filled in were left out.</source>
        <translation>
            <numerusform>%n Stelle einer Vorlage, die niemand ausgefüllt hat, wurde weggelassen.</numerusform>
            <numerusform>%n Stellen einer Vorlage, die niemand ausgefüllt hat, wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This was left out, because only answers of the service have it: %1.</source>
        <translation>Dies wurde weggelassen, weil nur Antworten des Dienstes es haben: %1.</translation>
    </message>
    <message>
        <source>The service had hidden the value of %1; it was left out. Fill it in again.</source>
        <translation>Der Dienst hatte den Wert von %1 verborgen; er wurde weggelassen. Tragen Sie ihn wieder ein.</translation>
    </message>
    <message>
        <source>With this client token the service takes the job for the one that was submitted with it before, and starts no other. Clear it unless that is what you want.</source>
        <translation>Mit diesem Client-Token hält der Dienst den Job für den, der damit schon eingereicht wurde, und startet keinen anderen. Leeren Sie es, wenn Sie das nicht wollen.</translation>
    </message>
    <message>
        <source>The client token of the recorded request was left out: with it no new job would start.</source>
        <translation>Das Client-Token der aufgezeichneten Anfrage wurde weggelassen: Damit würde kein neuer Job starten.</translation>
    </message>
    <message>
        <source>This was left out, because it does not describe the job: %1.</source>
        <translation>Dies wurde weggelassen, weil es den Job nicht beschreibt: %1.</translation>
    </message>
    <message>
        <source>“%1” is here more than once; the last one counts.</source>
        <translation>„%1“ steht hier mehr als einmal; das letzte zählt.</translation>
    </message>
    <message>
        <source>Without quotes round it, bash takes %1 apart at its commas. It was read as the AWS CLI would read it in quotes.</source>
        <translation>Ohne Anführungszeichen zerlegt bash %1 an den Kommas. Es wurde gelesen, wie die AWS CLI es mit Anführungszeichen läse.</translation>
    </message>
    <message>
        <source>This text means something else to %1. Say which shell it was written for, should that be the case.</source>
        <translation>Dieser Text bedeutet für %1 etwas anderes. Sagen Sie, für welche Shell er geschrieben wurde, falls das zutrifft.</translation>
    </message>
</context>
<context>
    <name>ImportCommand</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>%1 takes a number, 0 for the first job.</source>
        <translation>%1 verlangt eine Zahl, 0 für den ersten Job.</translation>
    </message>
    <message>
        <source>--as does not know “%1”; use one of %2.</source>
        <translation>--as kennt „%1“ nicht; nehmen Sie eines von %2.</translation>
    </message>
    <message>
        <source>Read as: %1.</source>
        <translation>Gelesen als: %1.</translation>
    </message>
    <message>
        <source>The text names %1 %2, which is no part of the document.</source>
        <translation>Der Text nennt %1 %2, was nicht Teil des Dokuments ist.</translation>
    </message>
    <message>
        <source>There is no New-BRKTJob call in this text. Copy the whole line.</source>
        <translation>In diesem Text ist kein Aufruf von New-BRKTJob. Kopieren Sie die ganze Zeile.</translation>
    </message>
    <message>
        <source>The command is not aws braket create-job.</source>
        <translation>Der Befehl ist nicht aws braket create-job.</translation>
    </message>
    <message>
        <source>%1 has more pairs than any job can have. Shorten it.</source>
        <translation>%1 hat mehr Paare, als ein Job haben kann. Kürzen Sie es.</translation>
    </message>
    <message>
        <source>the document must be an object with CreateJob&apos;s members.</source>
        <translation>Das Dokument muss ein Objekt mit den Mitgliedern von CreateJob sein.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The command cannot be read at %1: %2.</source>
        <translation>Der Befehl kann bei %1 nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Copy the whole command once more, or say which shell it was written for.</source>
        <translation>Kopieren Sie den ganzen Befehl noch einmal, oder sagen Sie, für welche Shell er geschrieben wurde.</translation>
    </message>
    <message>
        <source>There is no aws braket create-job command in this text. Copy the whole command.</source>
        <translation>In diesem Text ist kein Befehl aws braket create-job. Kopieren Sie den ganzen Befehl.</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>%1 is not closed</source>
        <translation>%1 ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a single quote is not closed</source>
        <translation>ein einfaches Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a double quote is not closed</source>
        <translation>ein doppeltes Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a backquote is not closed</source>
        <translation>ein Backquote ist nicht geschlossen</translation>
    </message>
    <message>
        <source>its variables grow beyond any job</source>
        <translation>seine Variablen wachsen über jeden Job hinaus</translation>
    </message>
    <message>
        <source>a table has keys and values with = between them</source>
        <translation>eine Tabelle hat Schlüssel und Werte mit = dazwischen</translation>
    </message>
    <message>
        <source>a here-string is not closed</source>
        <translation>ein Here-String ist nicht geschlossen</translation>
    </message>
    <message>
        <source>it is nested deeper than %1 levels</source>
        <translation>es ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a job</source>
        <translation>Einen Job importieren</translation>
    </message>
    <message>
        <source>A command of any shell, JSON, YAML, a boto3 or New-BRKTJob call, an answer of GetJob, a CloudTrail &amp;event:</source>
        <translation>Ein Befehl einer beliebigen Shell, JSON, YAML, ein Aufruf von boto3 oder New-BRKTJob, eine Antwort von GetJob, ein CloudTrail-&amp;Ereignis:</translation>
    </message>
    <message>
        <source>Text to import</source>
        <translation>Zu importierender Text</translation>
    </message>
    <message>
        <source>aws braket create-job …</source>
        <translation>aws braket create-job …</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>Eine Datei ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Reads the text from a file; files that it names are looked for beside it</source>
        <translation>Liest den Text aus einer Datei; Dateien, die er nennt, werden daneben gesucht</translation>
    </message>
    <message>
        <source>&amp;Job number</source>
        <translation>&amp;Jobnummer</translation>
    </message>
    <message>
        <source>Number of the job among those in the text</source>
        <translation>Nummer des Jobs unter denen im Text</translation>
    </message>
    <message>
        <source>&amp;Read as</source>
        <translation>&amp;Lesen als</translation>
    </message>
    <message>
        <source>What the text is read as</source>
        <translation>Als was der Text gelesen wird</translation>
    </message>
    <message>
        <source>Shells read some characters differently: say which one the command was written for</source>
        <translation>Shells lesen manche Zeichen verschieden: Sagen Sie, für welche der Befehl geschrieben wurde</translation>
    </message>
    <message>
        <source>&amp;Worth knowing:</source>
        <translation>&amp;Wissenswert:</translation>
    </message>
    <message>
        <source>What is worth knowing about the text</source>
        <translation>Was über den Text wissenswert ist</translation>
    </message>
    <message>
        <source>The text names this file, which was not found</source>
        <translation>Der Text nennt diese Datei, die nicht gefunden wurde</translation>
    </message>
    <message>
        <source>Changes to the present job</source>
        <translation>Änderungen am jetzigen Job</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Does this in the job that is imported; the text stays as it is</source>
        <translation>Macht dies im importierten Job; der Text bleibt, wie er ist</translation>
    </message>
</context>
<context>
    <name>ImportFormat</name>
    <message>
        <source>shell command (sh, bash, zsh)</source>
        <translation>Shell-Befehl (sh, bash, zsh)</translation>
    </message>
    <message>
        <source>PowerShell command (7.3 and later)</source>
        <translation>PowerShell-Befehl (7.3 und neuer)</translation>
    </message>
    <message>
        <source>PowerShell command (5.1 to 7.2)</source>
        <translation>PowerShell-Befehl (5.1 bis 7.2)</translation>
    </message>
    <message>
        <source>command of Windows&apos; command prompt (cmd.exe)</source>
        <translation>Befehl der Windows-Eingabeaufforderung (cmd.exe)</translation>
    </message>
    <message>
        <source>fish command</source>
        <translation>fish-Befehl</translation>
    </message>
    <message>
        <source>bash command</source>
        <translation>bash-Befehl</translation>
    </message>
    <message>
        <source>zsh command</source>
        <translation>zsh-Befehl</translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation>JSON-Dokument</translation>
    </message>
    <message>
        <source>YAML document</source>
        <translation>YAML-Dokument</translation>
    </message>
    <message>
        <source>Python call (boto3)</source>
        <translation>Python-Aufruf (boto3)</translation>
    </message>
    <message>
        <source>New-BRKTJob call</source>
        <translation>Aufruf von New-BRKTJob</translation>
    </message>
    <message>
        <source>skeleton of the AWS CLI</source>
        <translation>Gerüst der AWS CLI</translation>
    </message>
    <message>
        <source>answer of GetJob</source>
        <translation>Antwort von GetJob</translation>
    </message>
    <message>
        <source>CloudTrail event</source>
        <translation>CloudTrail-Ereignis</translation>
    </message>
</context>
<context>
    <name>ImportPython</name>
    <message>
        <source>There is no create_job call in this text. Copy the whole call.</source>
        <translation>In diesem Text ist kein Aufruf von create_job. Kopieren Sie den ganzen Aufruf.</translation>
    </message>
    <message>
        <source>it is nested deeper than %1 levels</source>
        <translation>es ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>a text has no closing quote</source>
        <translation>ein Text hat kein schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>eine Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a comma or %1 is missing</source>
        <translation>ein Komma oder %1 fehlt</translation>
    </message>
    <message>
        <source>a colon after a key is missing</source>
        <translation>nach einem Schlüssel fehlt ein Doppelpunkt</translation>
    </message>
    <message>
        <source>its variables grow beyond any job</source>
        <translation>seine Variablen wachsen über jeden Job hinaus</translation>
    </message>
    <message>
        <source>a keyword such as jobName= is expected</source>
        <translation>ein Schlüsselwort wie jobName= wird erwartet</translation>
    </message>
    <message>
        <source>text follows after its end</source>
        <translation>nach seinem Ende folgt Text</translation>
    </message>
    <message>
        <source>The Python text cannot be read at %1: %2.</source>
        <translation>Der Python-Text kann bei %1 nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Copy the whole call once more.</source>
        <translation>Kopieren Sie den ganzen Aufruf noch einmal.</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>the member “%1” is here for the second time</source>
        <translation>das Feld „%1“ steht hier zum zweiten Mal</translation>
    </message>
    <message>
        <source>it is nested deeper than %1 levels</source>
        <translation>er ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>er ist leer</translation>
    </message>
    <message>
        <source>text follows after its end</source>
        <translation>nach seinem Ende folgt noch Text</translation>
    </message>
    <message>
        <source>a member&apos;s name in double quotes is missing</source>
        <translation>ein Feldname in doppelten Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>a colon after a member&apos;s name is missing</source>
        <translation>ein Doppelpunkt nach einem Feldnamen fehlt</translation>
    </message>
    <message>
        <source>a comma or } after a member is missing</source>
        <translation>ein Komma oder } nach einem Feld fehlt</translation>
    </message>
    <message>
        <source>a comma or ] after an item is missing</source>
        <translation>ein Komma oder ] nach einem Element fehlt</translation>
    </message>
    <message>
        <source>\u is not followed by four hexadecimal digits</source>
        <translation>auf \u folgen keine vier Hexadezimalziffern</translation>
    </message>
    <message>
        <source>half of a surrogate pair stands alone</source>
        <translation>ein halbes Ersatzzeichenpaar steht allein</translation>
    </message>
    <message>
        <source>a backslash is followed by something that is no escape</source>
        <translation>auf einen umgekehrten Schrägstrich folgt etwas, das keine Escape-Sequenz ist</translation>
    </message>
    <message>
        <source>a text has no closing quote</source>
        <translation>einem Text fehlt das schließende Anführungszeichen</translation>
    </message>
    <message>
        <source>a text holds a raw control character or bytes that are not UTF-8</source>
        <translation>ein Text enthält ein rohes Steuerzeichen oder Bytes, die kein UTF-8 sind</translation>
    </message>
    <message>
        <source>a number is out of range</source>
        <translation>eine Zahl liegt außerhalb des zulässigen Bereichs</translation>
    </message>
    <message>
        <source>digits are missing after a decimal point</source>
        <translation>nach einem Dezimalpunkt fehlen Ziffern</translation>
    </message>
    <message>
        <source>digits are missing after an exponent&apos;s e</source>
        <translation>nach dem e eines Exponenten fehlen Ziffern</translation>
    </message>
    <message>
        <source>this is no JSON value</source>
        <translation>das ist kein JSON-Wert</translation>
    </message>
    <message>
        <source>The JSON text has %1 bytes; no more than %2 are read.</source>
        <translation>Der JSON-Text hat %1 Bytes; mehr als %2 werden nicht gelesen.</translation>
    </message>
    <message>
        <source>This is JSON with a byte-order mark in front, which AWS&apos;s tools refuse. Save it as UTF-8 without one.</source>
        <translation>Das ist JSON mit einem Byte-Order-Mark am Anfang, das die Werkzeuge von AWS ablehnen. Speichern Sie es als UTF-8 ohne dieses Zeichen.</translation>
    </message>
    <message>
        <source>a NUL byte stands there</source>
        <translation>dort steht ein NUL-Byte</translation>
    </message>
    <message>
        <source>The JSON text is wrong at %1: %2.</source>
        <translation>Der JSON-Text ist bei %1 fehlerhaft: %2.</translation>
    </message>
    <message>
        <source>Mend that place and read it again.</source>
        <translation>Berichtigen Sie diese Stelle, und lesen Sie ihn noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>Start a keyring (GNOME Keyring or KWallet), or put the keys into the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.</source>
        <translation>Starten Sie einen Schlüsselbund (GNOME Keyring oder KWallet), oder legen Sie die Schlüssel in der Umgebung ab: AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY.</translation>
    </message>
    <message>
        <source>The keychain gave no answer within %1 seconds.</source>
        <translation>Der Schlüsselbund hat nicht innerhalb von %1 Sekunden geantwortet.</translation>
    </message>
    <message>
        <source>“%1” is missing from the keychain, or the keychain is locked.</source>
        <translation>„%1“ fehlt im Schlüsselbund, oder der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again. Only if it is unlocked already, add the keys again with “braketeer-cli credentials add”.</source>
        <translation>Entsperren Sie den Schlüsselbund, und versuchen Sie es noch einmal. Nur wenn er schon entsperrt ist, fügen Sie die Schlüssel mit „braketeer-cli credentials add“ erneut hinzu.</translation>
    </message>
    <message>
        <source>The keychain refuses access to “%1”: %2.</source>
        <translation>Der Schlüsselbund verweigert den Zugriff auf „%1“: %2.</translation>
    </message>
    <message>
        <source>Unlock the keychain and allow the access, then try again.</source>
        <translation>Entsperren Sie den Schlüsselbund, und erlauben Sie den Zugriff; versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The keychain cannot be used: %1.</source>
        <translation>Der Schlüsselbund kann nicht verwendet werden: %1.</translation>
    </message>
    <message>
        <source>The keychain has not kept “%1” as it was given.</source>
        <translation>Der Schlüsselbund hat „%1“ nicht so aufbewahrt, wie es übergeben wurde.</translation>
    </message>
    <message>
        <source>“%1” is not among the keys of this session.</source>
        <translation>„%1“ gehört nicht zu den Schlüsseln dieser Sitzung.</translation>
    </message>
    <message>
        <source>Install Braketeer again, or put the keys into the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.</source>
        <translation>Installieren Sie Braketeer neu, oder legen Sie die Schlüssel in der Umgebung ab: AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY.</translation>
    </message>
    <message>
        <source>The keychain cannot be used: %1 cannot be loaded: %2</source>
        <translation>Der Schlüsselbund kann nicht verwendet werden: %1 kann nicht geladen werden: %2</translation>
    </message>
    <message>
        <source>The keychain cannot be used: libbraketeer_keychain.so is in none of %1.</source>
        <translation>Der Schlüsselbund kann nicht verwendet werden: libbraketeer_keychain.so ist in keinem der Ordner %1.</translation>
    </message>
</context>
<context>
    <name>ListingModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Storage class</source>
        <translation>Speicherklasse</translation>
    </message>
    <message>
        <source>(marks this folder)</source>
        <translation>(kennzeichnet diesen Ordner)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Act on the message</source>
        <translation>Auf die Meldung reagieren</translation>
    </message>
    <message>
        <source>Copy &amp;details</source>
        <translation>Detai&amp;ls kopieren</translation>
    </message>
    <message>
        <source>Copy the details of the error</source>
        <translation>Die Einzelheiten des Fehlers kopieren</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>Nothing can be sent: libbraketeer_network.so is in none of %1.</source>
        <translation>Nichts kann gesendet werden: libbraketeer_network.so liegt in keinem von %1.</translation>
    </message>
    <message>
        <source>Nothing can be sent: %1 cannot be loaded: %2</source>
        <translation>Nichts kann gesendet werden: %1 lässt sich nicht laden: %2</translation>
    </message>
    <message>
        <source>Install Braketeer again.</source>
        <translation>Installieren Sie Braketeer noch einmal.</translation>
    </message>
</context>
<context>
    <name>Option</name>
    <message>
        <source>it takes exactly one argument.</source>
        <translation>sie nimmt genau ein Argument.</translation>
    </message>
    <message>
        <source>the file must hold a JSON list: put [ and ] round it.</source>
        <translation>die Datei muss eine JSON-Liste enthalten: Setzen Sie [ und ] darum.</translation>
    </message>
    <message>
        <source>JSON for it begins with {, and once one argument is JSON all are.</source>
        <translation>JSON dafür beginnt mit {, und sobald ein Argument JSON ist, sind es alle.</translation>
    </message>
    <message>
        <source>the text begins with a byte-order mark. Save the file as UTF-8 without one.</source>
        <translation>der Text beginnt mit einem Byte-Order-Mark. Speichern Sie die Datei als UTF-8 ohne dieses Zeichen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Launches Amazon Braket hybrid jobs. Without an AWS profile it opens the demo.</source>
        <translation>Startet Hybridjobs von Amazon Braket. Ohne AWS-Profil öffnet sich die Demo.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>Use the built-in service: no account, no network, no cost.</source>
        <translation>Den eingebauten Dienst verwenden: kein Konto, kein Netz, keine Kosten.</translation>
    </message>
    <message>
        <source>AWS profile to work with.</source>
        <translation>Zu verwendendes AWS-Profil.</translation>
    </message>
    <message>
        <source>AWS region to work in.</source>
        <translation>Zu verwendende AWS-Region.</translation>
    </message>
    <message>
        <source>Service to use instead of AWS’s own.</source>
        <translation>Dienst, der statt des AWS-eigenen verwendet wird.</translation>
    </message>
    <message>
        <source>Job document to open, JSON or YAML.</source>
        <translation>Zu öffnendes Jobdokument, JSON oder YAML.</translation>
    </message>
</context>
<context>
    <name>OutputSection</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>&amp;Results folder</source>
        <translation>Er&amp;gebnisordner</translation>
    </message>
    <message>
        <source>Encryption &amp;key</source>
        <translation>KMS-S&amp;chlüssel</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Prüfpunkte</translation>
    </message>
    <message>
        <source>&amp;Checkpoint folder</source>
        <translation>&amp;Prüfpunktordner</translation>
    </message>
    <message>
        <source>Fol&amp;der in the container</source>
        <translation>&amp;Ordner im Container</translation>
    </message>
</context>
<context>
    <name>Pack</name>
    <message>
        <source>“%1” has gone since the folder was looked through.</source>
        <translation>„%1“ ist verschwunden, seit der Ordner durchgesehen wurde.</translation>
    </message>
    <message>
        <source>No archive was written; try again.</source>
        <translation>Es wurde kein Archiv geschrieben; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: its permissions forbid it.</source>
        <translation>„%1“ kann nicht gelesen werden: Die Zugriffsrechte verbieten es.</translation>
    </message>
    <message>
        <source>“%1” changed while it was packed.</source>
        <translation>„%1“ hat sich während des Packens geändert.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is neither a folder nor a Python file: pack the folder that the script is in.</source>
        <translation>%1 ist weder ein Ordner noch eine Python-Datei: Packen Sie den Ordner, in dem das Skript liegt.</translation>
    </message>
    <message>
        <source>%1 cannot be read: its permissions forbid it.</source>
        <translation>%1 kann nicht gelesen werden: Die Zugriffsrechte verbieten es.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of the folder at the top of the archive.</source>
        <translation>„%1“ kann nicht der Name des obersten Ordners im Archiv sein.</translation>
    </message>
    <message>
        <source>There is no file in %1.</source>
        <translation>In %1 ist keine Datei.</translation>
    </message>
    <message>
        <source>Nothing of %1 is left to pack: all of it is ignored, “%2” for one, by %3.</source>
        <translation>Von %1 bleibt nichts zu packen: Alles davon wird übergangen, zum Beispiel „%2“ durch %3.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>%1 is neither a folder nor a file.</source>
        <translation>%1 ist weder ein Ordner noch eine Datei.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read: its permissions forbid it.</source>
        <translation>Der Ordner %1 kann nicht gelesen werden: Die Zugriffsrechte verbieten es.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be read: its permissions forbid it.</source>
        <translation>Der Ordner „%1“ kann nicht gelesen werden: Die Zugriffsrechte verbieten es.</translation>
    </message>
    <message>
        <source>The name of “%1” is not UTF-8, so the container could not be told of it: rename it.</source>
        <translation>Der Name von „%1“ ist nicht UTF-8, der Container würde ihn also nicht erfahren: Benennen Sie es um.</translation>
    </message>
    <message>
        <source>The link “%1” leads nowhere: delete it, or name it in .gitignore.</source>
        <translation>Die Verknüpfung „%1“ führt nirgendwohin: Löschen Sie sie, oder nennen Sie sie in .gitignore.</translation>
    </message>
    <message>
        <source>The link “%1” leads out of the folder: put a copy in its place, or name it in .gitignore.</source>
        <translation>Die Verknüpfung „%1“ führt aus dem Ordner hinaus: Legen Sie eine Kopie an ihre Stelle, oder nennen Sie sie in .gitignore.</translation>
    </message>
    <message>
        <source>The link “%1” leads to a folder that it is in itself, round and round: delete it, or name it in .gitignore.</source>
        <translation>Die Verknüpfung „%1“ führt zu einem Ordner, in dem sie selbst liegt, immer im Kreis: Löschen Sie sie, oder nennen Sie sie in .gitignore.</translation>
    </message>
    <message>
        <source>“%1” is a device, a pipe or a socket, and no file: move it out of the folder, or name it in .gitignore.</source>
        <translation>„%1“ ist ein Gerät, eine Pipe oder ein Socket und keine Datei: Bewegen Sie es aus dem Ordner, oder nennen Sie es in .gitignore.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: its permissions forbid it. Change them, or name it in .gitignore.</source>
        <translation>„%1“ kann nicht gelesen werden: Die Zugriffsrechte verbieten es. Ändern Sie sie, oder nennen Sie es in .gitignore.</translation>
    </message>
    <message>
        <source>There are more than %1 files in %2: is that the folder of the script?</source>
        <translation>In %2 sind mehr als %1 Dateien: Ist das der Ordner des Skripts?</translation>
    </message>
    <message>
        <source>The folder “%1” is too deep.</source>
        <translation>Der Ordner „%1“ liegt zu tief.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (And %n more.)</source>
        <translation>
            <numerusform>%1 (Und %n weiteres.)</numerusform>
            <numerusform>%1 (Und %n weitere.)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is one of the things that are packed: give the archive another name.</source>
        <translation>%1 gehört zu dem, was gepackt wird: Geben Sie dem Archiv einen anderen Namen.</translation>
    </message>
    <message>
        <source>The archive %1 cannot be written: %2.</source>
        <translation>Das Archiv %1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Nothing was left behind; choose another place, or make room there.</source>
        <translation>Nichts blieb zurück; wählen Sie einen anderen Ort, oder schaffen Sie dort Platz.</translation>
    </message>
</context>
<context>
    <name>PackCommand</name>
    <message>
        <source>-o is missing: the archive to write. --dry-run shows what would go into it.</source>
        <translation>-o fehlt: das Archiv, das zu schreiben ist. --dry-run zeigt, was hineinkäme.</translation>
    </message>
    <message>
        <source>The archive&apos;s name must end with .tar.gz, or the container would not unpack it: “%1” does not.</source>
        <translation>Der Name des Archivs muss auf .tar.gz enden, sonst würde der Container es nicht entpacken: „%1“ tut das nicht.</translation>
    </message>
    <message>
        <source>Packing: %1 of %2 files, %3 of %4</source>
        <translation>Packen: %1 von %2 Dateien, %3 von %4</translation>
    </message>
    <message>
        <source>Looking through %1 …</source>
        <translation>%1 wird durchgesehen …</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size, or why not</source>
        <translation>Größe, oder warum nicht</translation>
    </message>
    <message>
        <source>What the job starts with:</source>
        <translation>Womit der Job beginnt:</translation>
    </message>
    <message>
        <source>Upload &amp;to</source>
        <translation>Hochladen &amp;nach</translation>
    </message>
    <message>
        <source>Where the archive goes in S3</source>
        <translation>Wohin das Archiv in S3 kommt</translation>
    </message>
    <message>
        <source>s3://bucket/folder/source.tar.gz</source>
        <translation>s3://bucket/ordner/source.tar.gz</translation>
    </message>
</context>
<context>
    <name>PastedPairs</name>
    <message>
        <source>The pasted JSON is no object of names and values.</source>
        <translation>Das eingefügte JSON ist kein Objekt aus Namen und Werten.</translation>
    </message>
    <message>
        <source>Row %1 of the pasted table has no name and value: two columns are needed.</source>
        <translation>Zeile %1 der eingefügten Tabelle hat nicht Name und Wert: Zwei Spalten sind nötig.</translation>
    </message>
    <message>
        <source>Line %1 of the pasted text is no pair: write NAME=value, a table or a JSON object.</source>
        <translation>Zeile %1 des eingefügten Textes ist kein Paar: Schreiben Sie NAME=Wert, eine Tabelle oder ein JSON-Objekt.</translation>
    </message>
</context>
<context>
    <name>PlaceKind</name>
    <message>
        <source>The job starts from one object, an archive or a script. Open the folder and choose one.</source>
        <translation>Der Job startet aus einem Objekt, einem Archiv oder Skript. Öffnen Sie den Ordner, und wählen Sie eines aus.</translation>
    </message>
    <message>
        <source>This only marks a folder: there is nothing in it to start a job from.</source>
        <translation>Dies kennzeichnet nur einen Ordner: Es ist nichts darin, womit ein Job starten könnte.</translation>
    </message>
    <message>
        <source>This object is empty: a job cannot start from it.</source>
        <translation>Dieses Objekt ist leer: Ein Job kann nicht daraus starten.</translation>
    </message>
    <message>
        <source>The job writes many objects, so it needs a folder. Choose one, or name a new one.</source>
        <translation>Der Job schreibt viele Objekte, also braucht er einen Ordner. Wählen Sie einen aus, oder nennen Sie einen neuen.</translation>
    </message>
    <message>
        <source>Choose one object: the archive or script with the code.</source>
        <translation>Wählen Sie ein Objekt aus: das Archiv oder Skript mit dem Code.</translation>
    </message>
    <message>
        <source>Choose one object, or a folder with everything below it.</source>
        <translation>Wählen Sie ein Objekt aus, oder einen Ordner mit allem darunter.</translation>
    </message>
    <message>
        <source>Choose the folder that the job writes to. It need not exist yet.</source>
        <translation>Wählen Sie den Ordner aus, in den der Job schreibt. Es muss ihn noch nicht geben.</translation>
    </message>
</context>
<context>
    <name>PowerShellCmdlet</name>
    <message>
        <source>The command needs the module AWS.Tools.Braket or AWSPowerShell.NetCore.</source>
        <translation>Der Befehl braucht das Modul AWS.Tools.Braket oder AWSPowerShell.NetCore.</translation>
    </message>
    <message>
        <source>Reservations need version 4.1.468 or later of the AWS Tools for PowerShell.</source>
        <translation>Reservierungen brauchen Version 4.1.468 oder neuer der AWS Tools for PowerShell.</translation>
    </message>
    <message>
        <source>Left out, because New-BRKTJob cannot carry it: %1.</source>
        <translation>Weggelassen, weil New-BRKTJob es nicht transportieren kann: %1.</translation>
    </message>
</context>
<context>
    <name>PresignDialog</name>
    <message>
        <source>Presigned URL</source>
        <translation>Vorsignierte URL</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Works &amp;for</source>
        <translation>&amp;Gilt für</translation>
    </message>
    <message>
        <source>How long the URL works</source>
        <translation>Wie lange die URL gilt</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>The image is damaged, or has more pixels than a preview shows.</source>
        <translation>Das Bild ist beschädigt oder hat mehr Bildpunkte, als eine Vorschau zeigt.</translation>
    </message>
    <message>
        <source>The image cannot be shown: %1.</source>
        <translation>Das Bild kann nicht gezeigt werden: %1.</translation>
    </message>
</context>
<context>
    <name>ProfileSettings</name>
    <message>
        <source>The number of attempts is “%1”, which is no whole number above 0.</source>
        <translation>Die Zahl der Versuche ist „%1“; das ist keine ganze Zahl über 0.</translation>
    </message>
    <message>
        <source>Set AWS_MAX_ATTEMPTS, or max_attempts in the profile, to 1 or more.</source>
        <translation>Setzen Sie AWS_MAX_ATTEMPTS, oder max_attempts im Profil, auf 1 oder mehr.</translation>
    </message>
    <message>
        <source>There is no profile “%1” in the AWS config and credentials files or the keychain.</source>
        <translation>Es gibt weder in den AWS-Dateien config und credentials noch im Schlüsselbund ein Profil „%1“.</translation>
    </message>
    <message>
        <source>Choose another with --profile or AWS_PROFILE, or add it to ~/.aws/config.</source>
        <translation>Wählen Sie mit --profile oder AWS_PROFILE ein anderes, oder fügen Sie es in ~/.aws/config hinzu.</translation>
    </message>
</context>
<context>
    <name>Proxy</name>
    <message>
        <source>The proxy in %1 is not an address like http://proxy.example.com:3128.</source>
        <translation>Der Proxy in %1 ist keine Adresse wie http://proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>The proxy in %1 is of kind “%2”, which is not supported: use an http:// or socks5:// proxy.</source>
        <translation>Der Proxy in %1 ist von der Art „%2“, die nicht unterstützt wird: Verwenden Sie einen http://- oder socks5://-Proxy.</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>--query knows names, [number] and [*] only, and cannot read “%1”; pipe the whole answer into jq for more.</source>
        <translation>--query kennt nur Namen, [Nummer] und [*] und kann „%1“ nicht lesen; leiten Sie für mehr die ganze Antwort an jq weiter.</translation>
    </message>
</context>
<context>
    <name>ResendQuestion</name>
    <message>
        <source>Send again?</source>
        <translation>Erneut senden?</translation>
    </message>
    <message>
        <source>The answer to “%1” was lost, and Braket does not list the job.</source>
        <translation>Die Antwort zu „%1“ ging verloren, und Braket führt den Job nicht auf.</translation>
    </message>
    <message>
        <source>It was first sent %1. Sent again with the same token it becomes one job, unless the service has forgotten the token: then a second one could start.</source>
        <translation>Er wurde zuerst %1 gesendet. Erneut mit demselben Token gesendet wird daraus ein einziger Job, es sei denn, der Dienst hat das Token vergessen: Dann könnte ein zweiter starten.</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>&amp;Erneut senden</translation>
    </message>
    <message>
        <source>&amp;Give up</source>
        <translation>&amp;Aufgeben</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
</context>
<context>
    <name>Resolve</name>
    <message>
        <source>Given up by hand. The service did not know of such a job then.</source>
        <translation>Von Hand aufgegeben. Der Dienst kannte damals keinen solchen Job.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Everything that will be sent, and where to.</source>
        <translation>Alles, was gesendet wird, und wohin.</translation>
    </message>
    <message>
        <source>Who and where</source>
        <translation>Wer und wo</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Execution role</source>
        <translation>Ausführungsrolle</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>Everything that will be sent</source>
        <translation>Alles, was gesendet wird</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Create the job in spite of the warnings</source>
        <translation>Den Job trotz der Warnungen anlegen</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Zurück zum Formular</translation>
    </message>
    <message>
        <source>Create &amp;job</source>
        <translation>Job anle&amp;gen</translation>
    </message>
    <message>
        <source>Send the request (Ctrl+Enter)</source>
        <translation>Die Anfrage senden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Create job</source>
        <translation>Job anlegen</translation>
    </message>
    <message>
        <source>%1… (%2 characters)</source>
        <translation>%1… (%2 Zeichen)</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Last job of this name</source>
        <translation>Letzter Job dieses Namens</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>The bucket name %1 has %2 characters, and must have 3 to 63: correct it.</source>
        <translation>Der Bucket-Name %1 hat %2 Zeichen und muss 3 bis 63 haben: Berichtigen Sie ihn.</translation>
    </message>
    <message>
        <source>The bucket name %1 has characters other than a to z, 0 to 9, dot and hyphen: correct it.</source>
        <translation>Der Bucket-Name %1 enthält andere Zeichen als a bis z, 0 bis 9, Punkt und Bindestrich: Berichtigen Sie ihn.</translation>
    </message>
    <message>
        <source>The bucket name %1 must start and end with a letter or digit: correct it.</source>
        <translation>Der Bucket-Name %1 muss mit einem Buchstaben oder einer Ziffer beginnen und enden: Berichtigen Sie ihn.</translation>
    </message>
    <message>
        <source>The bucket name %1 has two dots side by side: correct it.</source>
        <translation>Der Bucket-Name %1 hat zwei Punkte nebeneinander: Berichtigen Sie ihn.</translation>
    </message>
    <message>
        <source>The bucket name %1 looks like an IP address, which no bucket may: correct it.</source>
        <translation>Der Bucket-Name %1 sieht wie eine IP-Adresse aus, was kein Bucket darf: Berichtigen Sie ihn.</translation>
    </message>
    <message>
        <source>The quota for %1 is 0 until more is granted: ask for it under Service Quotas, or choose another type.</source>
        <translation>Das Kontingent für %1 ist 0, bis mehr bewilligt wird: Beantragen Sie es unter Service Quotas, oder wählen Sie einen anderen Typ.</translation>
    </message>
    <message>
        <source>%1 is not listed for %2, only for %3: choose another type.</source>
        <translation>%1 wird nicht für %2 aufgeführt, nur für %3: Wählen Sie einen anderen Typ.</translation>
    </message>
    <message>
        <source>More than one instance works only with a simulator in the job: choose a local: device, or one instance.</source>
        <translation>Mehr als eine Instanz ist nur mit einem Simulator im Job möglich: Wählen Sie ein Gerät mit local: oder eine einzige Instanz.</translation>
    </message>
    <message>
        <source>%1 instances are more than the documented 5: ask for fewer, or for a larger quota.</source>
        <translation>%1 Instanzen sind mehr als die dokumentierten 5: Verlangen Sie weniger, oder beantragen Sie ein größeres Kontingent.</translation>
    </message>
    <message>
        <source>The quota is one instance a job until more is granted: ask for it under Service Quotas.</source>
        <translation>Das Kontingent ist eine Instanz je Job, bis mehr bewilligt wird: Beantragen Sie es unter Service Quotas.</translation>
    </message>
    <message>
        <source>%1 is no longer in Braket&apos;s documentation and will very likely be refused: ml.g6 types have GPUs too.</source>
        <translation>%1 steht nicht mehr in der Dokumentation von Braket und wird sehr wahrscheinlich abgelehnt: Auch Typen mit ml.g6 haben GPUs.</translation>
    </message>
    <message>
        <source>Nothing stops this job before 5 days, which is 7200 billed minutes of each instance: set a maximum run time.</source>
        <translation>Nichts hält diesen Job vor Ablauf von 5 Tagen an, das sind 7200 berechnete Minuten jeder Instanz: Legen Sie eine maximale Laufzeit fest.</translation>
    </message>
    <message>
        <source>Upper and lower case count in a device&apos;s name, and Braket writes this one %1.</source>
        <translation>Im Namen eines Geräts zählen Groß- und Kleinschreibung, und Braket schreibt dieses %1.</translation>
    </message>
    <message>
        <source>The device %1 is neither the ARN of a Braket device nor a simulator in the job: write arn:aws:braket:…:device/… or local:provider/simulator.</source>
        <translation>Das Gerät %1 ist weder die ARN eines Braket-Geräts noch ein Simulator im Job: Schreiben Sie arn:aws:braket:…:device/… oder local:anbieter/simulator.</translation>
    </message>
    <message>
        <source>The device is in %1 and the job in %2: create the job in the device&apos;s region.</source>
        <translation>Das Gerät ist in %1 und der Job in %2: Legen Sie den Job in der Region des Geräts an.</translation>
    </message>
    <message>
        <source>%1 is not offered in %2: create the job in one of %3, or use a local simulator.</source>
        <translation>%1 wird in %2 nicht angeboten: Legen Sie den Job in einer dieser Regionen an: %3, oder verwenden Sie einen lokalen Simulator.</translation>
    </message>
    <message>
        <source>%1 %2 is listed as retired: choose a device that is online.</source>
        <translation>%1 %2 ist als außer Betrieb aufgeführt: Wählen Sie ein Gerät, das online ist.</translation>
    </message>
    <message>
        <source>A reservation is for a quantum computer, and the device is a simulator: choose the reserved device, or remove the reservation.</source>
        <translation>Eine Reservierung gilt einem Quantencomputer, und das Gerät ist ein Simulator: Wählen Sie das reservierte Gerät, oder entfernen Sie die Reservierung.</translation>
    </message>
    <message>
        <source>The reservation is in %1 and the device in %2: they must be of one region.</source>
        <translation>Die Reservierung ist in %1 und das Gerät in %2: Beide müssen in derselben Region sein.</translation>
    </message>
    <message>
        <source>Braket is not known to be offered in %1: its regions are %2.</source>
        <translation>Es ist nicht bekannt, dass Braket in %1 angeboten wird: Seine Regionen sind %2.</translation>
    </message>
    <message>
        <source>The container image is in %1 and the job in %2: use an image of the job&apos;s own region.</source>
        <translation>Das Container-Image ist in %1 und der Job in %2: Verwenden Sie ein Image aus der Region des Jobs.</translation>
    </message>
    <message>
        <source>Braket&apos;s account has no repository %1 that is documented: choose one of %2.</source>
        <translation>Das Konto von Braket hat kein dokumentiertes Repository %1: Wählen Sie eines von %2.</translation>
    </message>
    <message>
        <source>The tag “latest” can mean another image tomorrow: pin a version, so that the job can be repeated.</source>
        <translation>Das Tag „latest“ kann morgen ein anderes Image meinen: Legen Sie eine Version fest, damit der Job wiederholt werden kann.</translation>
    </message>
    <message>
        <source>The container image is made for GPUs and %1 has none: choose an instance type with a GPU, or the image for CPUs.</source>
        <translation>Das Container-Image ist für GPUs gemacht, und %1 hat keine: Wählen Sie einen Instanztyp mit GPU oder das Image für CPUs.</translation>
    </message>
    <message>
        <source>%1 is paid for its GPU, which the simulator %2 does not use: choose a type without one, or local:pennylane/lightning.gpu.</source>
        <translation>%1 wird für seine GPU bezahlt, die der Simulator %2 nicht nutzt: Wählen Sie einen Typ ohne GPU oder local:pennylane/lightning.gpu.</translation>
    </message>
    <message>
        <source>Channels %1 and %2 are both called %3: each needs a name of its own.</source>
        <translation>Die Kanäle %1 und %2 heißen beide %3: Jeder braucht einen eigenen Namen.</translation>
    </message>
    <message>
        <source>The content type %1 is not of the form type/subtype: write it like “text/csv”.</source>
        <translation>Der Inhaltstyp %1 hat nicht die Form Typ/Untertyp: Schreiben Sie ihn wie „text/csv“.</translation>
    </message>
    <message>
        <source>A tag has no name: give it one, or remove it.</source>
        <translation>Ein Tag hat keinen Namen: Geben Sie ihm einen, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>The tag name %1 has %2 characters, and at most %3 are allowed: shorten it.</source>
        <translation>Der Tag-Name %1 hat %2 Zeichen, höchstens %3 sind erlaubt: Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>Tag names that start with “aws:” belong to AWS: choose another for %1.</source>
        <translation>Tag-Namen, die mit „aws:“ beginnen, gehören AWS: Wählen Sie einen anderen für %1.</translation>
    </message>
    <message>
        <source>Tag names that start with “aws” are reserved: choose another for %1.</source>
        <translation>Tag-Namen, die mit „aws“ beginnen, sind reserviert: Wählen Sie einen anderen für %1.</translation>
    </message>
    <message>
        <source>The tag name %1 has characters other than letters, digits, spaces and _ . : / = + - @: they may be refused.</source>
        <translation>Der Tag-Name %1 enthält andere Zeichen als Buchstaben, Ziffern, Leerzeichen und _ . : / = + - @: Er wird möglicherweise abgelehnt.</translation>
    </message>
    <message>
        <source>The value of the tag %1 has %2 characters, and at most %3 are allowed: shorten it.</source>
        <translation>Der Wert des Tags %1 hat %2 Zeichen, höchstens %3 sind erlaubt: Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>The value of the tag %1 has characters other than letters, digits, spaces and _ . : / = + - @: they may be refused.</source>
        <translation>Der Wert des Tags %1 enthält andere Zeichen als Buchstaben, Ziffern, Leerzeichen und _ . : / = + - @: Er wird möglicherweise abgelehnt.</translation>
    </message>
    <message>
        <source>The value of %1 has the character %2, which Braket&apos;s SDK replaces because the service may not take it: write it in another way if the job is refused.</source>
        <translation>Der Wert von %1 enthält das Zeichen %2, das das SDK von Braket ersetzt, weil der Dienst es möglicherweise nicht annimmt: Schreiben Sie ihn anders, falls der Job abgelehnt wird.</translation>
    </message>
    <message>
        <source>The hyperparameter %1 looks like a secret, and hyperparameters are stored in plain text and appear in logs: keep it in AWS Secrets Manager and pass its name.</source>
        <translation>Der Hyperparameter %1 sieht wie ein Geheimnis aus, und Hyperparameter werden im Klartext gespeichert und erscheinen in Protokollen: Bewahren Sie es in AWS Secrets Manager auf, und übergeben Sie dessen Namen.</translation>
    </message>
    <message>
        <source>There are %1 tags, and at most %2 are allowed: remove %3.</source>
        <translation>Es sind %1 Tags, höchstens %2 sind erlaubt: Entfernen Sie %3.</translation>
    </message>
    <message>
        <source>A job document must be a structure of named members, but this is %1: start with “jobName”, “roleArn” and the others.</source>
        <translation>Ein Jobdokument muss eine Struktur benannter Felder sein, dieses hier ist aber %1: Beginnen Sie mit „jobName“, „roleArn“ und den anderen.</translation>
    </message>
    <message>
        <source>%1 must be %2, but here it is %3.</source>
        <translation>%1 muss %2 sein, hier ist es aber %3.</translation>
    </message>
    <message>
        <source>%1 has %2 entries, and at most %3 are allowed: remove %4.</source>
        <translation>%1 hat %2 Einträge, höchstens %3 sind erlaubt: Entfernen Sie %4.</translation>
    </message>
    <message>
        <source>%1 has %2 entries, and at least %3 are needed.</source>
        <translation>%1 hat %2 Einträge, mindestens %3 sind nötig.</translation>
    </message>
    <message>
        <source>A name in %1 is empty: give it at least %2 characters.</source>
        <translation>Ein Name in %1 ist leer: Geben Sie ihm mindestens %2 Zeichen.</translation>
    </message>
    <message>
        <source>The name %1 in %2 has %3 characters, and at most %4 are allowed: shorten it.</source>
        <translation>Der Name %1 in %2 hat %3 Zeichen, höchstens %4 sind erlaubt: Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>%1 has %2 characters, and at most %3 are allowed: shorten it by %4.</source>
        <translation>%1 hat %2 Zeichen, höchstens %3 sind erlaubt: Kürzen Sie um %4.</translation>
    </message>
    <message>
        <source>The instance type %1 is not in the service model of 2026-04-07: use it only if you know that AWS has added it since.</source>
        <translation>Der Instanztyp %1 steht nicht im Dienstmodell vom 2026-04-07: Verwenden Sie ihn nur, wenn Sie wissen, dass AWS ihn seither hinzugefügt hat.</translation>
    </message>
    <message>
        <source>%1 cannot be %2: choose one of %3.</source>
        <translation>%1 darf nicht %2 sein: Wählen Sie einen der Werte %3.</translation>
    </message>
    <message>
        <source>%1 cannot be %2: the least is %3.</source>
        <translation>%1 darf nicht %2 sein: Das Kleinste ist %3.</translation>
    </message>
    <message>
        <source>%1 cannot be %2: the most is %3.</source>
        <translation>%1 darf nicht %2 sein: Das Größte ist %3.</translation>
    </message>
    <message>
        <source>%1 is not a member that the API knows today. %2.</source>
        <translation>%1 ist kein Feld, das die API heute kennt. %2.</translation>
    </message>
    <message>
        <source>%1 is not a member that the API knows: remove it, or correct its name.</source>
        <translation>%1 ist kein Feld, das die API kennt: Entfernen Sie es, oder berichtigen Sie seinen Namen.</translation>
    </message>
    <message>
        <source>Rename it to %1</source>
        <translation>In %1 umbenennen</translation>
    </message>
    <message>
        <source>Move the container image beside the script</source>
        <translation>Das Container-Image neben das Skript verschieben</translation>
    </message>
    <message>
        <source>Name the device as the API does today</source>
        <translation>Das Gerät so benennen, wie es die API heute tut</translation>
    </message>
    <message>
        <source>Write it as text</source>
        <translation>Als Text schreiben</translation>
    </message>
    <message>
        <source>Write it as a number</source>
        <translation>Als Zahl schreiben</translation>
    </message>
    <message>
        <source>Make it a list of one</source>
        <translation>Eine Liste mit einem Eintrag daraus machen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>true</source>
        <translation>true</translation>
    </message>
    <message>
        <source>false</source>
        <translation>false</translation>
    </message>
    <message>
        <source>the number %1</source>
        <translation>die Zahl %1</translation>
    </message>
    <message>
        <source>the text %1</source>
        <translation>der Text %1</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a structure</source>
        <translation>eine Struktur</translation>
    </message>
    <message>
        <source>a structure of named members</source>
        <translation>eine Struktur benannter Felder</translation>
    </message>
    <message>
        <source>a map of names to texts</source>
        <translation>eine Zuordnung von Namen zu Texten</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>%1 holds a line break: write it on one line.</source>
        <translation>%1 enthält einen Zeilenumbruch: Schreiben Sie alles in eine Zeile.</translation>
    </message>
    <message>
        <source>%1 cannot be %2: write it in the form of %3.</source>
        <translation>%1 darf nicht %2 sein: Wählen Sie die Form %3.</translation>
    </message>
    <message>
        <source>%1 is empty, and needs at least %2 character: write it like %3.</source>
        <translation>%1 ist leer und braucht mindestens %2 Zeichen: Schreiben Sie zum Beispiel %3.</translation>
    </message>
    <message>
        <source>%1 is empty, and needs at least %2 character: fill it in, or remove it.</source>
        <translation>%1 ist leer und braucht mindestens %2 Zeichen: Füllen Sie es aus, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>%1 is missing, and is required: write it like %2.</source>
        <translation>%1 fehlt und ist erforderlich: Schreiben Sie zum Beispiel %2.</translation>
    </message>
    <message>
        <source>The role is of the partition %1, and Braket is offered in the partition “aws” only: choose a role whose ARN starts with “arn:aws:”.</source>
        <translation>Die Rolle ist aus der Partition %1, und Braket wird nur in der Partition „aws“ angeboten: Wählen Sie eine Rolle, deren ARN mit „arn:aws:“ beginnt.</translation>
    </message>
    <message>
        <source>AmazonBraketFullAccess lets nobody pass this role, because it is not under service-role/AmazonBraketJobsExecutionRole: you need iam:PassRole on it from elsewhere.</source>
        <translation>AmazonBraketFullAccess lässt niemanden diese Rolle übergeben, weil sie nicht unter service-role/AmazonBraketJobsExecutionRole steht: Sie brauchen iam:PassRole dafür aus anderer Quelle.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>The entry point is empty: name the Python module that starts the job, like “bell” for bell.py.</source>
        <translation>Der Einstiegspunkt ist leer: Nennen Sie das Python-Modul, mit dem der Job beginnt, etwa „bell“ für bell.py.</translation>
    </message>
    <message>
        <source>The entry point %1 is a path, and a module is meant: join the parts with dots, as an import statement does.</source>
        <translation>Der Einstiegspunkt %1 ist ein Pfad, gemeint ist ein Modul: Verbinden Sie die Teile mit Punkten wie in einer import-Anweisung.</translation>
    </message>
    <message>
        <source>The entry point %1 is a file name, and a module is meant: leave out “.py”.</source>
        <translation>Der Einstiegspunkt %1 ist ein Dateiname, gemeint ist ein Modul: Lassen Sie „.py“ weg.</translation>
    </message>
    <message>
        <source>The entry point %1 is not a Python module: write it like “bell”, or “project.train:main” for one function.</source>
        <translation>Der Einstiegspunkt %1 ist kein Python-Modul: Schreiben Sie ihn wie „bell“, oder wie „project.train:main“ für eine Funktion.</translation>
    </message>
    <message>
        <source>There is no script, and Braket&apos;s own images hold none: name a script archive and its entry point, or a container image with your code in it.</source>
        <translation>Es gibt kein Skript, und die Images von Braket enthalten keines: Geben Sie ein Skriptarchiv und seinen Einstiegspunkt an, oder ein Container-Image mit Ihrem Code darin.</translation>
    </message>
    <message>
        <source>The script archive %1 is a folder, and exactly one object is downloaded: name the .tar.gz archive or the .py file in it.</source>
        <translation>Das Skriptarchiv %1 ist ein Ordner, und heruntergeladen wird genau ein Objekt: Nennen Sie das .tar.gz-Archiv oder die .py-Datei darin.</translation>
    </message>
    <message>
        <source>The script is a .tar.gz archive that nothing would unpack: set the compression to GZIP.</source>
        <translation>Das Skript ist ein .tar.gz-Archiv, das nichts auspacken würde: Setzen Sie die Komprimierung auf GZIP.</translation>
    </message>
    <message>
        <source>The script is a single Python file, and with GZIP it would be unpacked: set the compression to NONE.</source>
        <translation>Das Skript ist eine einzelne Python-Datei, und mit GZIP würde sie ausgepackt: Setzen Sie die Komprimierung auf NONE.</translation>
    </message>
    <message>
        <source>The key has characters that tools read in different ways; on the wire it is %1. Prefer plain letters, digits, dots, hyphens and slashes.</source>
        <translation>Der Schlüssel enthält Zeichen, die Werkzeuge verschieden lesen; übertragen lautet er %1. Nehmen Sie lieber einfache Buchstaben, Ziffern, Punkte, Bindestriche und Schrägstriche.</translation>
    </message>
    <message>
        <source>Checkpoints and results share a folder, and may overwrite each other: give each a folder of its own.</source>
        <translation>Prüfpunkte und Ergebnisse teilen sich einen Ordner und können einander überschreiben: Geben Sie jedem einen eigenen.</translation>
    </message>
    <message>
        <source>The script archive lies in the folder that the job writes to: give the output a folder of its own.</source>
        <translation>Das Skriptarchiv liegt in dem Ordner, in den der Job schreibt: Geben Sie der Ausgabe einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>The folder in the container, %1, is not an absolute path: start it with “/”.</source>
        <translation>Der Ordner im Container, %1, ist kein absoluter Pfad: Beginnen Sie ihn mit „/“.</translation>
    </message>
    <message>
        <source>The guide reserves /%1 for Braket itself: use another folder for checkpoints.</source>
        <translation>Die Anleitung hält /%1 für Braket selbst frei: Verwenden Sie für Prüfpunkte einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 does not look like a KMS key: write its id, its ARN, or alias/ and a name.</source>
        <translation>%1 sieht nicht wie ein KMS-Schlüssel aus: Schreiben Sie seine ID, seine ARN oder alias/ und einen Namen.</translation>
    </message>
    <message>
        <source>The key is in %1 and the job in %2: a key of the job&apos;s own region is needed.</source>
        <translation>Der Schlüssel ist in %1 und der Job in %2: Nötig ist ein Schlüssel aus der Region des Jobs.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>There is no bucket %1, and Braket makes none: choose another, or create it.</source>
        <translation>Es gibt keinen Bucket %1, und Braket legt keinen an: Wählen Sie einen anderen, oder legen Sie ihn an.</translation>
    </message>
    <message>
        <source>The bucket %1 is in %2 and the job runs in %3: use a bucket of the job&apos;s own region.</source>
        <translation>Der Bucket %1 liegt in %2, und der Job läuft in %3: Nehmen Sie einen Bucket in der Region des Jobs.</translation>
    </message>
    <message>
        <source>Whether the job can use the bucket %1 is not known: you may not look into it.</source>
        <translation>Ob der Job den Bucket %1 nutzen kann, ist nicht bekannt: Sie dürfen nicht hineinsehen.</translation>
    </message>
    <message>
        <source>This is a folder, and the script is one object: name the archive or the file itself.</source>
        <translation>Dies ist ein Ordner, und das Skript ist ein einzelnes Objekt: Nennen Sie das Archiv oder die Datei selbst.</translation>
    </message>
    <message>
        <source>There is no such object: upload the script, or correct its place.</source>
        <translation>Es gibt kein solches Objekt: Laden Sie das Skript hoch, oder berichtigen Sie seinen Ort.</translation>
    </message>
    <message>
        <source>Whether the script is there is not known: you may not look at it.</source>
        <translation>Ob das Skript da ist, ist nicht bekannt: Sie dürfen es nicht ansehen.</translation>
    </message>
    <message>
        <source>No object begins with this: the channel will be empty. Upload the data, or correct the place.</source>
        <translation>Kein Objekt beginnt so: Der Kanal wird leer sein. Laden Sie die Daten hoch, oder berichtigen Sie den Ort.</translation>
    </message>
    <message>
        <source>Whether there is any data is not known: you may not list it.</source>
        <translation>Ob Daten da sind, ist nicht bekannt: Sie dürfen sie nicht auflisten.</translation>
    </message>
    <message>
        <source>Unless the role has a policy of its own for it, use a bucket whose name begins with amazon-braket-, or tag this one AmazonBraket=true and enable ABAC on it.</source>
        <translation>Hat die Rolle dafür keine eigene Richtlinie, nehmen Sie einen Bucket, dessen Name mit amazon-braket- beginnt, oder versehen Sie diesen mit dem Tag AmazonBraket=true und schalten Sie ABAC für ihn ein.</translation>
    </message>
    <message>
        <source>The managed policies of Amazon Braket do not let jobs into %1.</source>
        <translation>Die verwalteten Richtlinien von Amazon Braket lassen Jobs nicht in %1.</translation>
    </message>
    <message>
        <source>%1 has the tag AmazonBraket=true, but ABAC is not enabled on it, so the managed policies of Amazon Braket do not let jobs in.</source>
        <translation>%1 hat das Tag AmazonBraket=true, aber ABAC ist dafür nicht eingeschaltet, deshalb lassen die verwalteten Richtlinien von Amazon Braket Jobs nicht hinein.</translation>
    </message>
    <message>
        <source>Whether the managed policies of Amazon Braket let jobs into %1 is not known: you may not look at its tags.</source>
        <translation>Ob die verwalteten Richtlinien von Amazon Braket Jobs in %1 lassen, ist nicht bekannt: Sie dürfen seine Tags nicht ansehen.</translation>
    </message>
    <message>
        <source>The script is an object of 0 bytes: upload it again.</source>
        <translation>Das Skript ist ein Objekt von 0 Byte: Laden Sie es noch einmal hoch.</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln object(s) and %1; the rest was not counted.</source>
        <translation>
            <numerusform>Mehr als %Ln Objekt und %1; der Rest wurde nicht gezählt.</numerusform>
            <numerusform>Mehr als %Ln Objekte und %1; der Rest wurde nicht gezählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s), %1 in all.</source>
        <translation>
            <numerusform>%Ln Objekt, zusammen %1.</numerusform>
            <numerusform>%Ln Objekte, zusammen %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>There is no command “%1”; --help lists them.</source>
        <translation>Es gibt keinen Befehl „%1“; --help führt alle auf.</translation>
    </message>
    <message>
        <source>Standard output cannot be written: %1.</source>
        <translation>Die Standardausgabe kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>What was done stays done, but the answer is not whole.</source>
        <translation>Was getan wurde, bleibt getan, aber die Antwort ist nicht vollständig.</translation>
    </message>
    <message>
        <source>--no-sign-request is for s3: all other services want to know who asks.</source>
        <translation>--no-sign-request ist für s3: Alle anderen Dienste wollen wissen, wer fragt.</translation>
    </message>
</context>
<context>
    <name>S3Answer</name>
    <message>
        <source>it names no upload</source>
        <translation>sie nennt keinen Upload</translation>
    </message>
    <message>
        <source>it is far too large, too deep, or has a document type</source>
        <translation>sie ist viel zu groß, zu tief oder hat einen Dokumenttyp</translation>
    </message>
    <message>
        <source>it is cut off, or no XML</source>
        <translation>sie ist abgeschnitten oder kein XML</translation>
    </message>
    <message>
        <source>it is no %1</source>
        <translation>sie ist kein %1</translation>
    </message>
    <message>
        <source>the list is cut short and does not say how it goes on</source>
        <translation>die Liste ist abgekürzt und sagt nicht, wie sie weitergeht</translation>
    </message>
    <message>
        <source>The answer of the S3 service could not be read: %1.</source>
        <translation>Die Antwort des Dienstes S3 konnte nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the endpoint, and what stands between (a proxy, a network&apos;s sign-in page).</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, prüfen Sie den Endpunkt und was dazwischen steht (ein Proxy, die Anmeldeseite eines Netzes).</translation>
    </message>
    <message>
        <source>it names no part</source>
        <translation>es nennt keinen Teil</translation>
    </message>
</context>
<context>
    <name>S3Command</name>
    <message>
        <source>%1 (%2/s), %3 files done</source>
        <translation>%1 (%2/s), %3 Dateien fertig</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>failed: %1: %2</source>
        <translation>fehlgeschlagen: %1: %2</translation>
    </message>
    <message>
        <source>%1 is a folder: copy all that is in it with --recursive.</source>
        <translation>%1 ist ein Ordner: Kopieren Sie alles darin mit --recursive.</translation>
    </message>
    <message>
        <source>%1 is no folder.</source>
        <translation>%1 ist kein Ordner.</translation>
    </message>
    <message>
        <source>One of the two must be in S3: s3://bucket/key.</source>
        <translation>Eines von beiden muss in S3 liegen: s3://bucket/key.</translation>
    </message>
    <message>
        <source>- is one file: it cannot be copied with --recursive.</source>
        <translation>- ist eine einzelne Datei: Sie kann nicht mit --recursive kopiert werden.</translation>
    </message>
    <message>
        <source>A bucket is made without a key: s3 mb s3://%1</source>
        <translation>Ein Bucket wird ohne Schlüssel angelegt: s3 mb s3://%1</translation>
    </message>
    <message>
        <source>%1 names no object. With --recursive everything in the bucket would go.</source>
        <translation>%1 nennt kein Objekt. Mit --recursive verschwände alles im Bucket.</translation>
    </message>
    <message>
        <source>Use “s3 ls”, “s3 cp”, “s3 rm”, “s3 mb” or “s3 presign”; --help shows their arguments.</source>
        <translation>Nehmen Sie „s3 ls“, „s3 cp“, „s3 rm“, „s3 mb“ oder „s3 presign“; --help zeigt ihre Argumente.</translation>
    </message>
    <message>
        <source>--content-type is for uploads: what is in S3 already keeps the one it has.</source>
        <translation>--content-type ist für Uploads: Was schon in S3 liegt, behält seinen Inhaltstyp.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>Left alone because they are there already: %1.</source>
        <translation>In Ruhe gelassen, weil schon da: %1.</translation>
    </message>
    <message>
        <source>%1 may not be read: what is in it is left out.</source>
        <translation>%1 darf nicht gelesen werden: Der Inhalt wird ausgelassen.</translation>
    </message>
    <message>
        <source>%1 leads back to a folder that it is in: it is left out.</source>
        <translation>%1 führt zurück in einen Ordner, in dem es selbst liegt: Es wird ausgelassen.</translation>
    </message>
    <message>
        <source>%1 is a link to nothing: it is left out.</source>
        <translation>%1 ist ein Link ins Leere: Er wird ausgelassen.</translation>
    </message>
    <message>
        <source>%1 is no file: it is left out.</source>
        <translation>%1 ist keine Datei: Es wird ausgelassen.</translation>
    </message>
    <message>
        <source>everything below, not one object or one folder</source>
        <translation>alles darunter, nicht nur ein Objekt oder einen Ordner</translation>
    </message>
    <message>
        <source>leave out what the pattern fits: * any text, ? a character, [ab-d] one of those, [!ab] none of those; compared with the name below the source</source>
        <translation>auslassen, worauf das Muster passt: * beliebiger Text, ? ein Zeichen, [ab-d] eines davon, [!ab] keines davon; verglichen wird der Name unterhalb der Quelle</translation>
    </message>
    <message>
        <source>take it after all; of several patterns the last that fits decides</source>
        <translation>doch nehmen; von mehreren Mustern entscheidet das letzte, das passt</translation>
    </message>
    <message>
        <source>say what would be done, and do nothing</source>
        <translation>sagen, was getan würde, und nichts tun</translation>
    </message>
    <message>
        <source>leave files and objects alone that are there already</source>
        <translation>Dateien und Objekte in Ruhe lassen, die schon da sind</translation>
    </message>
    <message>
        <source>say nothing at all</source>
        <translation>gar nichts sagen</translation>
    </message>
    <message>
        <source>say what fails, and nothing else</source>
        <translation>nur sagen, was scheitert</translation>
    </message>
    <message>
        <source>show no progress, on a terminal either</source>
        <translation>keinen Fortschritt zeigen, auch nicht auf einem Terminal</translation>
    </message>
    <message>
        <source>of the objects that are uploaded; by default by the file&apos;s name</source>
        <translation>der Objekte, die hochgeladen werden; sonst nach dem Namen der Datei</translation>
    </message>
    <message>
        <source>of the objects, such as STANDARD_IA</source>
        <translation>der Objekte, zum Beispiel STANDARD_IA</translation>
    </message>
    <message>
        <source>how long standard input is, for parts of a fitting size; needed by no stream, of use for those of more than 60 GiB</source>
        <translation>Länge der Standardeingabe, für Teile in passender Größe; nie nötig, nützlich ab 60 GiB</translation>
    </message>
    <message>
        <source>sizes as 1.5 MiB</source>
        <translation>Größen wie 1.5 MiB</translation>
    </message>
    <message>
        <source>number and size of all objects at the end</source>
        <translation>am Ende Zahl und Größe aller Objekte</translation>
    </message>
    <message>
        <source>keys of one request: 1 to 1000</source>
        <translation>Schlüssel je Anfrage: 1 bis 1000</translation>
    </message>
    <message>
        <source>how long the URL works: 1 to 604800, by default 3600</source>
        <translation>wie lange die URL gilt: 1 bis 604800, sonst 3600</translation>
    </message>
    <message>
        <source>ask without keys: for public buckets</source>
        <translation>ohne Schlüssel fragen: für öffentliche Buckets</translation>
    </message>
    <message>
        <source>agree to pay for requests and transfer where the bucket&apos;s owner does not; the value may be left out</source>
        <translation>Anfragen und Übertragung zahlen, wo der Eigentümer des Buckets es nicht tut; der Wert kann fehlen</translation>
    </message>
    <message>
        <source>%1 takes a whole number from %2 to %3, not “%4”.</source>
        <translation>%1 nimmt eine ganze Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>Nothing was signed (--no-sign-request): that is for what everybody may read.</source>
        <translation>Nichts war signiert (--no-sign-request): Das ist für das, was alle lesen dürfen.</translation>
    </message>
    <message>
        <source>lists buckets, or what begins with the URI</source>
        <translation>listet Buckets auf oder was mit der URI beginnt</translation>
    </message>
    <message>
        <source>copies to S3, from it and inside it; - is standard input or output</source>
        <translation>kopiert nach S3, von dort und darin; - ist die Standardeingabe oder -ausgabe</translation>
    </message>
    <message>
        <source>deletes an object, or all in a folder</source>
        <translation>löscht ein Objekt oder alle in einem Ordner</translation>
    </message>
    <message>
        <source>makes a bucket in the region of the session</source>
        <translation>legt einen Bucket in der Region der Sitzung an</translation>
    </message>
    <message>
        <source>prints a URL that gives the object to whoever has it</source>
        <translation>gibt eine URL aus, die jedem, der sie hat, das Objekt gibt</translation>
    </message>
    <message>
        <source>Standard output cannot be written.</source>
        <translation>Die Standardausgabe kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>S3Request</name>
    <message>
        <source>A signed URL lives 1 second to 7 days (604800 seconds): choose that.</source>
        <translation>Eine signierte URL lebt 1 Sekunde bis 7 Tage (604800 Sekunden): Wählen Sie das.</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>The sandbox cannot listen on port %1 of this machine: another program may use it. Choose another port, or 0 for any free one.</source>
        <translation>Die Sandbox kann auf Port %1 dieses Rechners nicht lauschen: Vielleicht nutzt ihn ein anderes Programm. Wählen Sie einen anderen Port oder 0 für irgendeinen freien.</translation>
    </message>
    <message>
        <source>The history of the sandbox&apos;s speed is damaged.</source>
        <translation>Der Verlauf der Geschwindigkeit der Sandbox ist beschädigt.</translation>
    </message>
    <message>
        <source>The sandbox cannot read its state in %1, nor move the file aside. Move it, or name another file.</source>
        <translation>Die Sandbox kann ihren Zustand in %1 weder lesen noch die Datei beiseitelegen. Verschieben Sie sie, oder geben Sie eine andere Datei an.</translation>
    </message>
    <message>
        <source>%1 is not a port: choose a number from 0 to 65535.</source>
        <translation>%1 ist kein Port: Wählen Sie eine Zahl von 0 bis 65535.</translation>
    </message>
    <message>
        <source>The speed of the sandbox must be a number from 0 to 1,000,000.</source>
        <translation>Die Geschwindigkeit der Sandbox muss eine Zahl von 0 bis 1.000.000 sein.</translation>
    </message>
</context>
<context>
    <name>SandboxCommand</name>
    <message>
        <source>%1 needs a value after it.</source>
        <translation>%1 braucht danach einen Wert.</translation>
    </message>
    <message>
        <source>%1 takes a number, not “%2”.</source>
        <translation>%1 nimmt eine Zahl, nicht „%2“.</translation>
    </message>
    <message>
        <source>The sandbox is not installed: %1 cannot be started (%2).</source>
        <translation>Die Sandbox ist nicht installiert: %1 kann nicht gestartet werden (%2).</translation>
    </message>
    <message>
        <source>Unknown argument %1; use --port, --speed, --fault, --keys or --state.</source>
        <translation>Unbekanntes Argument %1; nehmen Sie --port, --speed, --fault, --keys oder --state.</translation>
    </message>
</context>
<context>
    <name>SandboxFault</name>
    <message>
        <source>The fault rule “%1” cannot be used: %2</source>
        <translation>Die Fehlerregel „%1“ kann nicht verwendet werden: %2</translation>
    </message>
    <message>
        <source>“%1” is not a time such as 500ms or 2s, at most 600s.</source>
        <translation>„%1“ ist keine Zeit wie 500ms oder 2s, höchstens 600s.</translation>
    </message>
    <message>
        <source>“%1” is not an HTTP status from 200 to 599.</source>
        <translation>„%1“ ist kein HTTP-Status von 200 bis 599.</translation>
    </message>
    <message>
        <source>“%1” is not an error code such as ServiceQuotaExceededException.</source>
        <translation>„%1“ ist kein Fehlercode wie ServiceQuotaExceededException.</translation>
    </message>
    <message>
        <source>its kind is none of %1.</source>
        <translation>ihre Art ist keine von %1.</translation>
    </message>
    <message>
        <source>it has %1 parts, and needs %2 or, with a count, %3.</source>
        <translation>sie hat %1 Teile und braucht %2 oder, mit einer Anzahl, %3.</translation>
    </message>
    <message>
        <source>“%1” is not an operation such as CreateJob, nor *.</source>
        <translation>„%1“ ist weder eine Operation wie CreateJob noch *.</translation>
    </message>
    <message>
        <source>“%1” is not a count: a number from 1, or * for always.</source>
        <translation>„%1“ ist keine Anzahl: eine Zahl ab 1 oder * für immer.</translation>
    </message>
    <message>
        <source>“%1” is not a number of bytes for each second such as 256KiB or 4MiB.</source>
        <translation>„%1“ ist keine Zahl von Byte je Sekunde wie 256KiB oder 4MiB.</translation>
    </message>
</context>
<context>
    <name>SaveTemplateDialog</name>
    <message>
        <source>Save as a template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>What the list of templates shows; the file is named after it</source>
        <translation>Was die Liste der Vorlagen zeigt; die Datei heißt danach</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Description of the template</source>
        <translation>Beschreibung der Vorlage</translation>
    </message>
    <message>
        <source>What it runs, and what it is good for</source>
        <translation>Was sie ausführt und wozu sie gut ist</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>Where the code is, how it is started, and the container image it runs in.</source>
        <translation>Wo der Code liegt, wie er gestartet wird, und in welchem Container-Image er läuft.</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Python code of your own, taken from Amazon S3 when the job starts. It may be left out only when your own container image holds the code.</source>
        <translation>Eigener Python-Code, der beim Start des Jobs aus Amazon S3 geholt wird. Er darf nur fehlen, wenn Ihr eigenes Container-Image den Code enthält.</translation>
    </message>
    <message>
        <source>Script archive</source>
        <translation>Skriptarchiv</translation>
    </message>
    <message>
        <source>One object in Amazon S3: a .tar.gz archive, or a single .py file. A folder does not work: the job would fail after it has waited in the queue.</source>
        <translation>Ein Objekt in Amazon S3: ein .tar.gz-Archiv oder eine einzelne .py-Datei. Ein Ordner geht nicht: Der Job würde scheitern, nachdem er in der Warteschlange gewartet hat.</translation>
    </message>
    <message>
        <source>Entry point</source>
        <translation>Einstiegspunkt</translation>
    </message>
    <message>
        <source>A Python module, as an import statement names it: “bell” for bell.py, “project.train:main” for the function main in project/train.py. Neither a file name nor a path.</source>
        <translation>Ein Python-Modul, wie eine import-Anweisung es nennt: „bell“ für bell.py, „project.train:main“ für die Funktion main in project/train.py. Weder ein Dateiname noch ein Pfad.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Komprimierung</translation>
    </message>
    <message>
        <source>GZIP for a .tar.gz archive, NONE for a single Python file.</source>
        <translation>GZIP für ein .tar.gz-Archiv, NONE für eine einzelne Python-Datei.</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>The container image that the job runs in: one of Braket&apos;s own, or yours.</source>
        <translation>Das Container-Image, in dem der Job läuft: eines von Braket oder Ihr eigenes.</translation>
    </message>
    <message>
        <source>Container image</source>
        <translation>Container-Image</translation>
    </message>
    <message>
        <source>An image in a private Amazon ECR repository of the job&apos;s own region, with a tag or a digest. Prefer a pinned tag: “latest” changes under your feet.</source>
        <translation>Ein Image in einem privaten Amazon-ECR-Repository in der Region des Jobs, mit Tag oder Digest. Nehmen Sie lieber ein festes Tag: „latest“ ändert sich unversehens.</translation>
    </message>
    <message>
        <source>Job name</source>
        <translation>Jobname</translation>
    </message>
    <message>
        <source>Up to 50 letters, digits and hyphens, with a letter or digit at both ends. Names need not be unique, but logs and results are easier to find when they are.</source>
        <translation>Bis zu 50 Buchstaben, Ziffern und Bindestriche, an beiden Enden ein Buchstabe oder eine Ziffer. Namen müssen nicht eindeutig sein, aber Protokolle und Ergebnisse finden sich dann leichter.</translation>
    </message>
    <message>
        <source>Execution role</source>
        <translation>Ausführungsrolle</translation>
    </message>
    <message>
        <source>The role that Braket takes on to run the job, as a full ARN. The Braket console makes one under Permissions and settings; its name starts with AmazonBraketJobsExecutionRole.</source>
        <translation>Die Rolle, die Braket für den Job annimmt, als vollständige ARN. Die Braket-Konsole legt unter „Permissions and settings“ eine an; ihr Name beginnt mit AmazonBraketJobsExecutionRole.</translation>
    </message>
    <message>
        <source>Client token</source>
        <translation>Client-Token</translation>
    </message>
    <message>
        <source>Makes a repeated request safe: the same token never starts a second job. Leave it empty and a new one is made for each submission.</source>
        <translation>Macht eine wiederholte Anfrage sicher: Dasselbe Token startet nie einen zweiten Job. Lassen Sie es leer, so wird für jede Einreichung ein neues erzeugt.</translation>
    </message>
    <message>
        <source>a new one for each submission</source>
        <translation>für jede Einreichung ein neues</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Up to 50 names with values, for cost reports and permissions. They need the permission braket:TagResource.</source>
        <translation>Bis zu 50 Namen mit Werten, für Kostenberichte und Berechtigungen. Sie brauchen die Berechtigung braket:TagResource.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Up to 256 letters, digits, spaces and _ . : / = + - @; it may be empty. Upper and lower case count.</source>
        <translation>Bis zu 256 Buchstaben, Ziffern, Leerzeichen und _ . : / = + - @; er darf leer sein. Groß- und Kleinschreibung zählen.</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechenleistung</translation>
    </message>
    <message>
        <source>The machine that runs the classical part of the job. It is billed by the minute.</source>
        <translation>Der Rechner, auf dem der klassische Teil des Jobs läuft. Er wird nach Minuten berechnet.</translation>
    </message>
    <message>
        <source>Instance type</source>
        <translation>Instanztyp</translation>
    </message>
    <message>
        <source>ml.m5.large is enough for most jobs. Types with GPUs and the largest ones have a quota of 0 in many accounts until more is asked for.</source>
        <translation>ml.m5.large reicht für die meisten Jobs. Typen mit GPUs und die größten haben in vielen Konten ein Kontingent von 0, bis mehr beantragt wird.</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>How many machines run the same code side by side. More than one needs a larger quota and a simulator that is embedded in the job (a local: device).</source>
        <translation>Wie viele Rechner denselben Code nebeneinander ausführen. Mehr als einer braucht ein größeres Kontingent und einen im Job eingebetteten Simulator (ein local:-Gerät).</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Disk space of each instance in gigabytes. It must hold the script archive and all input data; the Python SDK asks for 30.</source>
        <translation>Plattenplatz jeder Instanz in Gigabyte. Er muss das Skriptarchiv und alle Eingabedaten fassen; das Python-SDK verlangt 30.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>When the job is stopped even if it has not ended; the surest ceiling for its cost.</source>
        <translation>Wann der Job angehalten wird, auch wenn er nicht fertig ist; die sicherste Grenze für seine Kosten.</translation>
    </message>
    <message>
        <source>Maximum run time</source>
        <translation>Maximale Laufzeit</translation>
    </message>
    <message>
        <source>In seconds, at most 432000 (5 days). The job is stopped when it is over, and no result that was not saved by then is kept.</source>
        <translation>In Sekunden, höchstens 432000 (5 Tage). Danach wird der Job angehalten; was er bis dahin nicht gesichert hat, geht verloren.</translation>
    </message>
    <message>
        <source>5 days</source>
        <translation>5 Tage</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>The quantum computer or simulator that the job has priority on.</source>
        <translation>Der Quantencomputer oder Simulator, auf dem der Job Vorrang hat.</translation>
    </message>
    <message>
        <source>Primary device</source>
        <translation>Primäres Gerät</translation>
    </message>
    <message>
        <source>The ARN of a device in the job&apos;s own region, upper and lower case as Braket writes it, or local:provider/simulator for one that is embedded in the job, such as local:braket/default.</source>
        <translation>Die ARN eines Geräts in der Region des Jobs, in Groß- und Kleinschreibung wie bei Braket, oder local:anbieter/simulator für einen im Job eingebetteten Simulator, etwa local:braket/default.</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>Reservierung</translation>
    </message>
    <message>
        <source>A time window that was reserved on the device with Braket Direct. The job then waits until the window starts and can use no other quantum computer inside it.</source>
        <translation>Ein Zeitfenster, das mit Braket Direct auf dem Gerät reserviert wurde. Der Job wartet dann bis zum Beginn des Fensters und kann darin keinen anderen Quantencomputer nutzen.</translation>
    </message>
    <message>
        <source>One reservation; a job can have no more than one.</source>
        <translation>Eine Reservierung; mehr als eine kann ein Job nicht haben.</translation>
    </message>
    <message>
        <source>Reservation ARN</source>
        <translation>Reservierungs-ARN</translation>
    </message>
    <message>
        <source>The ARN from the e-mail that confirmed the reservation; Braket has no list of them.</source>
        <translation>Die ARN aus der E-Mail, mit der die Reservierung bestätigt wurde; Braket hat keine Liste davon.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>RESERVATION_TIME_WINDOW_ARN is the only kind there is.</source>
        <translation>RESERVATION_TIME_WINDOW_ARN ist die einzige Art, die es gibt.</translation>
    </message>
    <message>
        <source>Hyperparameters</source>
        <translation>Hyperparameter</translation>
    </message>
    <message>
        <source>Up to 100 names with values that the code reads. They are stored with the job and appear in its logs: never put a secret here.</source>
        <translation>Bis zu 100 Namen mit Werten, die der Code liest. Sie werden mit dem Job gespeichert und erscheinen in seinen Protokollen: Schreiben Sie nie ein Geheimnis hierher.</translation>
    </message>
    <message>
        <source>Hyperparameter</source>
        <translation>Hyperparameter</translation>
    </message>
    <message>
        <source>Text of 1 to 2500 characters on one line. Numbers and true or false are text too: the code turns them back.</source>
        <translation>Text von 1 bis 2500 Zeichen in einer Zeile. Auch Zahlen und true oder false sind Text: Der Code wandelt sie zurück.</translation>
    </message>
    <message>
        <source>Input data</source>
        <translation>Eingabedaten</translation>
    </message>
    <message>
        <source>Up to 20 channels. Each is copied from Amazon S3 into the container before the code starts, under /opt/braket/input/data/ and the channel&apos;s name.</source>
        <translation>Bis zu 20 Kanäle. Jeder wird, bevor der Code startet, aus Amazon S3 in den Container kopiert, unter /opt/braket/input/data/ und den Namen des Kanals.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>One set of input files, with a name that the code finds it by.</source>
        <translation>Ein Satz Eingabedateien mit einem Namen, unter dem der Code ihn findet.</translation>
    </message>
    <message>
        <source>Channel name</source>
        <translation>Kanalname</translation>
    </message>
    <message>
        <source>Up to 64 letters, digits, dots, hyphens and underscores; the name of the folder that the code reads. No two channels may share one.</source>
        <translation>Bis zu 64 Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche; der Name des Ordners, den der Code liest. Keine zwei Kanäle dürfen denselben haben.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Where the channel&apos;s files come from; Amazon S3 is the only kind of source.</source>
        <translation>Woher die Dateien des Kanals stammen; Amazon S3 ist die einzige Art von Quelle.</translation>
    </message>
    <message>
        <source>S3 source</source>
        <translation>S3-Quelle</translation>
    </message>
    <message>
        <source>The place in Amazon S3 that the channel is copied from.</source>
        <translation>Der Ort in Amazon S3, von dem der Kanal kopiert wird.</translation>
    </message>
    <message>
        <source>S3 location</source>
        <translation>S3-Ort</translation>
    </message>
    <message>
        <source>A prefix or one object, as s3://bucket/key. Everything that begins with it is copied, so end a folder with a slash.</source>
        <translation>Ein Präfix oder ein Objekt, als s3://bucket/key. Alles, was damit beginnt, wird kopiert; lassen Sie einen Ordner also mit einem Schrägstrich enden.</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>The MIME type of the files, for the code&apos;s own use: “text/csv”, “application/json”.</source>
        <translation>Der MIME-Typ der Dateien, für den Code selbst: „text/csv“, „application/json“.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Where the results go when the job has ended, and the key they are encrypted with.</source>
        <translation>Wohin die Ergebnisse gehen, wenn der Job beendet ist, und mit welchem Schlüssel sie verschlüsselt werden.</translation>
    </message>
    <message>
        <source>Results folder</source>
        <translation>Ergebnisordner</translation>
    </message>
    <message>
        <source>A prefix in a bucket that exists, as s3://bucket/prefix; the results come to output/model.tar.gz below it. Give each job a prefix of its own: equal ones overwrite each other.</source>
        <translation>Ein Präfix in einem vorhandenen Bucket, als s3://bucket/prefix; die Ergebnisse kommen darunter nach output/model.tar.gz. Geben Sie jedem Job ein eigenes: Gleiche überschreiben einander.</translation>
    </message>
    <message>
        <source>Encryption key</source>
        <translation>KMS-Schlüssel</translation>
    </message>
    <message>
        <source>A KMS key: its id, its ARN, or alias/name. The execution role needs the right to use it.</source>
        <translation>Ein KMS-Schlüssel: seine ID, seine ARN oder alias/name. Die Ausführungsrolle braucht das Recht, ihn zu verwenden.</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Prüfpunkte</translation>
    </message>
    <message>
        <source>Copies what the code saves in one folder of the container to Amazon S3 while the job runs, so that a later job can go on from there.</source>
        <translation>Kopiert, was der Code in einem Ordner des Containers sichert, nach Amazon S3, während der Job läuft, damit ein späterer Job dort weitermachen kann.</translation>
    </message>
    <message>
        <source>Checkpoint folder</source>
        <translation>Prüfpunktordner</translation>
    </message>
    <message>
        <source>A prefix of its own for each job, as s3://bucket/prefix, apart from the results folder.</source>
        <translation>Für jeden Job ein eigenes Präfix, als s3://bucket/prefix, getrennt vom Ergebnisordner.</translation>
    </message>
    <message>
        <source>Folder in the container</source>
        <translation>Ordner im Container</translation>
    </message>
    <message>
        <source>The absolute path that the code writes checkpoints to. The Python SDK uses /opt/jobs/checkpoints; keep out of /tmp, /opt/ml and /opt/braket.</source>
        <translation>Der absolute Pfad, in den der Code Prüfpunkte schreibt. Das Python-SDK verwendet /opt/jobs/checkpoints; meiden Sie /tmp, /opt/ml und /opt/braket.</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>Grundlagen</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>The service&apos;s answer is no JSON object.</source>
        <translation>Die Antwort des Dienstes ist kein JSON-Objekt.</translation>
    </message>
</context>
<context>
    <name>SearchJobsCommand</name>
    <message>
        <source>--filters: %1</source>
        <translation>--filters: %1</translation>
    </message>
    <message>
        <source>%1 takes a whole number from 1.</source>
        <translation>%1 nimmt eine ganze Zahl ab 1.</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>What the job is called, and the role it runs as.</source>
        <translation>Wie der Job heißt, und mit welcher Rolle er läuft.</translation>
    </message>
    <message>
        <source>Where the code is and how it is started.</source>
        <translation>Wo der Code liegt und wie er gestartet wird.</translation>
    </message>
    <message>
        <source>Files from Amazon S3 that the code finds in the container when it starts.</source>
        <translation>Dateien aus Amazon S3, die der Code beim Start im Container vorfindet.</translation>
    </message>
    <message>
        <source>Where results go, and what is kept while the job runs.</source>
        <translation>Wohin Ergebnisse gehen, und was aufbewahrt wird, während der Job läuft.</translation>
    </message>
    <message>
        <source>The machine that runs the classical part, and for how long.</source>
        <translation>Der Rechner, auf dem der klassische Teil läuft, und wie lange.</translation>
    </message>
    <message>
        <source>The quantum computer or simulator that the job has priority on.</source>
        <translation>Der Quantencomputer oder Simulator, auf dem der Job Vorrang hat.</translation>
    </message>
    <message>
        <source>Names and values that are handed to the code.</source>
        <translation>Namen und Werte, die dem Code übergeben werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
</context>
<context>
    <name>ServiceError</name>
    <message>
        <source>status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>%1, status %2</source>
        <translation>%1, Status %2</translation>
    </message>
    <message>
        <source>%1 failed (%2).</source>
        <translation>%1 ist fehlgeschlagen (%2).</translation>
    </message>
    <message>
        <source>%1 failed (%2): %3</source>
        <translation>%1 ist fehlgeschlagen (%2): %3</translation>
    </message>
    <message>
        <source>%1 refused the request (%2).</source>
        <translation>%1 hat die Anfrage abgelehnt (%2).</translation>
    </message>
    <message>
        <source>%1 refused the request (%2): %3</source>
        <translation>%1 hat die Anfrage abgelehnt (%2): %3</translation>
    </message>
    <message>
        <source>%1 redirects the request to %2, which is not followed.</source>
        <translation>%1 leitet die Anfrage an %2 um; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>The temporary keys have run out: sign in again, or get new ones.</source>
        <translation>Die befristeten Schlüssel sind abgelaufen: Melden Sie sich neu an, oder besorgen Sie neue.</translation>
    </message>
    <message>
        <source>AWS does not know this access key: check that it is whole, active and of the right partition, and that a session token goes with temporary keys.</source>
        <translation>AWS kennt diesen Zugriffsschlüssel nicht: Prüfen Sie, ob er vollständig, aktiv und aus der richtigen Partition ist und ob zu befristeten Schlüsseln ein Sitzungstoken gehört.</translation>
    </message>
    <message>
        <source>AWS does not know this access key: check that it is whole and active.</source>
        <translation>AWS kennt diesen Zugriffsschlüssel nicht: Prüfen Sie, ob er vollständig und aktiv ist.</translation>
    </message>
    <message>
        <source>The session token does not fit the keys: copy all three of them again.</source>
        <translation>Das Sitzungstoken passt nicht zu den Schlüsseln: Kopieren Sie alle drei noch einmal.</translation>
    </message>
    <message>
        <source>The secret key does not belong to the access key, or something on the way changed the request: enter the secret again, and check this computer&apos;s clock.</source>
        <translation>Der geheime Schlüssel gehört nicht zum Zugriffsschlüssel, oder etwas auf dem Weg hat die Anfrage verändert: Geben Sie das Geheimnis noch einmal ein, und prüfen Sie die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock.</source>
        <translation>Stellen Sie die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>Something on the way removed the signature: check the endpoint and the proxy.</source>
        <translation>Etwas auf dem Weg hat die Signatur entfernt: Prüfen Sie den Endpunkt und den Proxy.</translation>
    </message>
    <message>
        <source>The account is not signed up for this service or region: enable it in the AWS console.</source>
        <translation>Das Konto ist für diesen Dienst oder diese Region nicht angemeldet: Schalten Sie sie in der AWS-Konsole frei.</translation>
    </message>
    <message>
        <source>The account is not signed up for this service: enable it in the AWS console.</source>
        <translation>Das Konto ist für diesen Dienst nicht angemeldet: Schalten Sie ihn in der AWS-Konsole frei.</translation>
    </message>
    <message>
        <source>Your own identity may not hand this role over: it needs iam:PassRole on the role, or choose a role that your policies let you pass.</source>
        <translation>Ihre eigene Identität darf diese Rolle nicht übergeben: Sie braucht iam:PassRole für die Rolle; oder wählen Sie eine Rolle, die Ihre Richtlinien Sie übergeben lassen.</translation>
    </message>
    <message>
        <source>A policy forbids this outright: ask whoever manages the account or the organisation.</source>
        <translation>Eine Richtlinie verbietet das ausdrücklich: Fragen Sie, wer das Konto oder die Organisation verwaltet.</translation>
    </message>
    <message>
        <source>The account is not allowed to use this resource: ask AWS for access, or choose another.</source>
        <translation>Das Konto darf diese Ressource nicht verwenden: Bitten Sie AWS um Zugang, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The identity you use lacks a permission: check which one it is (whoami) and its policies.</source>
        <translation>Der verwendeten Identität fehlt eine Berechtigung: Prüfen Sie, welche es ist (whoami), und ihre Richtlinien.</translation>
    </message>
    <message>
        <source>Too many requests at once: wait a moment and try again.</source>
        <translation>Zu viele Anfragen auf einmal: Warten Sie einen Moment, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A limit of the account is reached: wait until something ends, or ask for more in the Service Quotas console.</source>
        <translation>Eine Grenze des Kontos ist erreicht: Warten Sie, bis etwas endet, oder beantragen Sie mehr in der Konsole von Service Quotas.</translation>
    </message>
    <message>
        <source>A limit of the account is reached: remove something, or ask for more in the Service Quotas console.</source>
        <translation>Eine Grenze des Kontos ist erreicht: Entfernen Sie etwas, oder beantragen Sie mehr in der Konsole von Service Quotas.</translation>
    </message>
    <message>
        <source>The device takes no work now: wait until it is online again, or choose another.</source>
        <translation>Das Gerät nimmt zurzeit keine Arbeit an: Warten Sie, bis es wieder online ist, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The device is gone for good: choose another.</source>
        <translation>Das Gerät gibt es endgültig nicht mehr: Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>It clashes with the present state or with an earlier request: look at what is there, then try again with a new client token.</source>
        <translation>Es widerspricht dem gegenwärtigen Zustand oder einer früheren Anfrage: Sehen Sie nach, was vorhanden ist, und versuchen Sie es dann mit einem neuen Client-Token.</translation>
    </message>
    <message>
        <source>Check the name or ARN, and that the region and account are the right ones.</source>
        <translation>Prüfen Sie den Namen oder die ARN, und ob Region und Konto die richtigen sind.</translation>
    </message>
    <message>
        <source>Check the bucket&apos;s name, its region and its account.</source>
        <translation>Prüfen Sie den Namen des Buckets, seine Region und sein Konto.</translation>
    </message>
    <message>
        <source>Check the object&apos;s key.</source>
        <translation>Prüfen Sie den Schlüssel des Objekts.</translation>
    </message>
    <message>
        <source>The bucket is in another region: choose that region.</source>
        <translation>Der Bucket ist in einer anderen Region: Wählen Sie jene Region.</translation>
    </message>
    <message>
        <source>The region is not the one the request is for: check the region.</source>
        <translation>Die Region ist nicht die, für die die Anfrage gedacht ist: Prüfen Sie die Region.</translation>
    </message>
    <message>
        <source>Correct what the message names and send it again.</source>
        <translation>Berichtigen Sie, was die Meldung nennt, und senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Something in the request is not as the service wants it: check names and values.</source>
        <translation>Etwas in der Anfrage ist nicht so, wie der Dienst es will: Prüfen Sie Namen und Werte.</translation>
    </message>
    <message>
        <source>The request is too large: shorten it.</source>
        <translation>Die Anfrage ist zu groß: Kürzen Sie sie.</translation>
    </message>
    <message>
        <source>A failure inside the service: try again in a moment.</source>
        <translation>Ein Fehler im Dienst selbst: Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The service is not available at the moment: try again later.</source>
        <translation>Der Dienst ist im Moment nicht verfügbar: Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The proxy wants a user and a password: put them into HTTPS_PROXY (http://user:password@host:port).</source>
        <translation>Der Proxy verlangt Benutzer und Passwort: Tragen Sie sie in HTTPS_PROXY ein (http://benutzer:passwort@host:port).</translation>
    </message>
    <message>
        <source>What the request names is gone for good: choose another.</source>
        <translation>Was die Anfrage nennt, gibt es endgültig nicht mehr: Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>Something the request depends on is not available now: try again later.</source>
        <translation>Etwas, wovon die Anfrage abhängt, ist jetzt nicht verfügbar: Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Something between you and the service may have answered in its place: check the endpoint, the proxy, and whether the network wants a login first.</source>
        <translation>Möglicherweise hat etwas zwischen Ihnen und dem Dienst an dessen Stelle geantwortet: Prüfen Sie den Endpunkt, den Proxy und ob das Netz zuerst eine Anmeldung verlangt.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>No region is set.</source>
        <translation>Es ist keine Region festgelegt.</translation>
    </message>
    <message>
        <source>Choose one with --region, the variable AWS_REGION or AWS_DEFAULT_REGION, or “region” in the profile. Braket works in us-east-1, us-west-1, us-west-2, eu-west-2 and eu-north-1.</source>
        <translation>Wählen Sie eine mit --region, der Variablen AWS_REGION oder AWS_DEFAULT_REGION oder mit „region“ im Profil. Braket arbeitet in us-east-1, us-west-1, us-west-2, eu-west-2 und eu-north-1.</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
</context>
<context>
    <name>ShellCommand</name>
    <message>
        <source>The value of %1 has characters that no text for %2 can hold for certain. Rename it, leave it out or choose another shell.</source>
        <translation>Der Wert von %1 enthält Zeichen, die kein Text für %2 sicher enthalten kann. Benennen Sie ihn um, lassen Sie ihn weg, oder wählen Sie eine andere Shell.</translation>
    </message>
</context>
<context>
    <name>Shorthand</name>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>at character %1, %2 is expected, not %3. Put quotes round values that hold commas, brackets or quotes, or write the whole argument as JSON.</source>
        <translation>bei Zeichen %1 wird %2 erwartet, nicht %3. Setzen Sie Werte mit Kommas, Klammern oder Anführungszeichen in Anführungszeichen, oder schreiben Sie das ganze Argument als JSON.</translation>
    </message>
    <message>
        <source>“%1” comes for the second time at character %2. Name each key once; several items of a list are arguments of their own.</source>
        <translation>„%1“ kommt bei Zeichen %2 zum zweiten Mal. Nennen Sie jeden Schlüssel einmal; mehrere Einträge einer Liste sind eigene Argumente.</translation>
    </message>
    <message>
        <source>it is nested deeper than %1 levels.</source>
        <translation>die Verschachtelung ist tiefer als %1 Ebenen.</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a closing %1 for the quote</source>
        <translation>ein schließendes %1 zum Anführungszeichen</translation>
    </message>
    <message>
        <source>%1 takes a whole number, not “%2”. Write digits only.</source>
        <translation>%1 nimmt eine ganze Zahl, nicht „%2“. Schreiben Sie nur Ziffern.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>These credentials may not list the account&apos;s buckets: s3:ListAllMyBuckets is missing. Type or paste an address above, such as s3://bucket/folder/, to go there directly.</source>
        <translation>Diese Zugangsdaten dürfen die Buckets des Kontos nicht auflisten: s3:ListAllMyBuckets fehlt. Tippen Sie oben eine Adresse ein, etwa s3://bucket/ordner/, um direkt dorthin zu gehen.</translation>
    </message>
    <message>
        <source>These credentials may not list what is in “%1”: s3:ListBucket on arn:aws:s3:::%1 is missing. The whole address of an object that may be read can be typed above.</source>
        <translation>Diese Zugangsdaten dürfen nicht auflisten, was in „%1“ ist: s3:ListBucket auf arn:aws:s3:::%1 fehlt. Die ganze Adresse eines Objekts, das gelesen werden darf, kann oben eingegeben werden.</translation>
    </message>
    <message>
        <source>“%1” may not be listed without a signature: it is not public. The whole address of an object that is public can be typed above.</source>
        <translation>„%1“ darf ohne Signatur nicht aufgelistet werden: Es ist nicht öffentlich. Die ganze Adresse eines öffentlichen Objekts kann oben eingegeben werden.</translation>
    </message>
    <message>
        <source>Requester pays</source>
        <translation>Anfragende zahlen</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Nicht signiert</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>the demo&apos;s account (which costs nothing)</source>
        <translation>das Konto der Demo (was nichts kostet)</translation>
    </message>
    <message>
        <source>the account of your keys</source>
        <translation>das Konto Ihrer Schlüssel</translation>
    </message>
    <message>
        <source>the account of the profile “%1”</source>
        <translation>das Konto des Profils „%1“</translation>
    </message>
</context>
<context>
    <name>StorageAddress</name>
    <message>
        <source>Type s3://bucket/key, or paste an https:// address or an ARN of S3.</source>
        <translation>Tippen Sie s3://bucket/key, oder fügen Sie eine https://-Adresse oder eine ARN von S3 ein.</translation>
    </message>
    <message>
        <source>This page of the AWS console shows no bucket.</source>
        <translation>Diese Seite der AWS-Konsole zeigt keinen Bucket.</translation>
    </message>
    <message>
        <source>This is an access point, which cannot be used here.</source>
        <translation>Dies ist ein Zugriffspunkt, der hier nicht nutzbar ist.</translation>
    </message>
    <message>
        <source>Name the bucket itself: s3://bucket/key.</source>
        <translation>Nennen Sie den Bucket selbst: s3://bucket/key.</translation>
    </message>
    <message>
        <source>The address names no bucket.</source>
        <translation>Die Adresse nennt keinen Bucket.</translation>
    </message>
    <message>
        <source>This ARN is not one of S3.</source>
        <translation>Diese ARN ist keine von S3.</translation>
    </message>
    <message>
        <source>This is the ARN of an access point, which cannot be used here.</source>
        <translation>Dies ist die ARN eines Zugriffspunkts, der hier nicht nutzbar ist.</translation>
    </message>
    <message>
        <source>There is no address.</source>
        <translation>Es gibt keine Adresse.</translation>
    </message>
    <message>
        <source>“%1” names no bucket.</source>
        <translation>„%1“ nennt keinen Bucket.</translation>
    </message>
    <message>
        <source>“%1” is no address of S3.</source>
        <translation>„%1“ ist keine Adresse von S3.</translation>
    </message>
</context>
<context>
    <name>StorageBrowser</name>
    <message>
        <source>Amazon S3</source>
        <translation>Amazon S3</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vorwärts (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Up to the folder above (Alt+Up, Backspace)</source>
        <translation>Zum Ordner darüber (Alt+Oben, Rücktaste)</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>List this place anew (F5)</source>
        <translation>Diesen Ort neu auflisten (F5)</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Place in S3</source>
        <translation>Ort in S3</translation>
    </message>
    <message>
        <source>Type or paste s3://…, https://… or an ARN, then press Enter (Ctrl+L comes here). Empty: all buckets.</source>
        <translation>Tippen oder fügen Sie s3://…, https://… oder eine ARN ein, dann Enter (Strg+L führt hierher). Leer: alle Buckets.</translation>
    </message>
    <message>
        <source>All buckets. Go to s3://bucket/folder/…</source>
        <translation>Alle Buckets. Gehen Sie zu s3://bucket/ordner/…</translation>
    </message>
    <message>
        <source>Remember this place</source>
        <translation>Diesen Ort merken</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Bookmarks and recent places</source>
        <translation>Lesezeichen und zuletzt besuchte Orte</translation>
    </message>
    <message>
        <source>Filter, or search by the beginning of the name</source>
        <translation>Filtern oder nach dem Anfang des Namens suchen</translation>
    </message>
    <message>
        <source>Typing shows only the loaded rows with this in their name. Enter asks the server for all names that begin with it.</source>
        <translation>Tippen zeigt nur die geladenen Zeilen, die dies im Namen haben. Enter fragt den Server nach allen Namen, die so beginnen.</translation>
    </message>
    <message>
        <source>Filter; Enter: search at the server</source>
        <translation>Filter; Enter: auf dem Server suchen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>What can be done here and to the selected rows</source>
        <translation>Was hier und mit den ausgewählten Zeilen getan werden kann</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>List this place again</source>
        <translation>Diesen Ort noch einmal auflisten</translation>
    </message>
    <message>
        <source>Buckets</source>
        <translation>Buckets</translation>
    </message>
    <message>
        <source>Folders and objects</source>
        <translation>Ordner und Objekte</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Alles laden</translation>
    </message>
    <message>
        <source>Load every row of this place (Ctrl+End also goes to the last one)</source>
        <translation>Jede Zeile dieses Ortes laden (Strg+Ende geht auch zur letzten)</translation>
    </message>
    <message>
        <source>Load every row of this place</source>
        <translation>Jede Zeile dieses Ortes laden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop loading (Esc)</source>
        <translation>Das Laden anhalten (Esc)</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Das Laden anhalten</translation>
    </message>
    <message>
        <source>Open with requester pays…</source>
        <translation>Öffnen und selbst zahlen…</translation>
    </message>
    <message>
        <source>Agree to pay for requests and downloads, where the bucket&apos;s owner wants that</source>
        <translation>Anfragen und Downloads zahlen, wo der Eigentümer des Buckets das will</translation>
    </message>
    <message>
        <source>Open without signing</source>
        <translation>Ohne Signatur öffnen</translation>
    </message>
    <message>
        <source>Ask without any keys, as everybody may: for public buckets</source>
        <translation>Ohne Schlüssel fragen, wie es alle dürfen: für öffentliche Buckets</translation>
    </message>
    <message>
        <source>Open with your keys</source>
        <translation>Mit Ihren Schlüsseln öffnen</translation>
    </message>
    <message>
        <source>Sign requests to this bucket again</source>
        <translation>Anfragen an diesen Bucket wieder signieren</translation>
    </message>
</context>
<context>
    <name>StorageDeletion</name>
    <message>
        <source>%1 (%2 objects were deleted before.)</source>
        <translation>%1 (%2 Objekte wurden vorher gelöscht.)</translation>
    </message>
    <message>
        <source>%1 was not deleted: %2</source>
        <translation>%1 wurde nicht gelöscht: %2</translation>
    </message>
    <message>
        <source>The identity you use needs s3:DeleteObject there; a lock or a policy may forbid it.</source>
        <translation>Die Identität, die Sie nutzen, braucht dort s3:DeleteObject; eine Sperre oder Richtlinie kann es verbieten.</translation>
    </message>
</context>
<context>
    <name>StorageKey</name>
    <message>
        <source>The key “%1” is no valid text (half of a character pair is missing).</source>
        <translation>Der Schlüssel „%1“ ist kein gültiger Text (die Hälfte eines Zeichenpaars fehlt).</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Geben Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>The key “%1” has %2 bytes, and S3 takes %3 at most.</source>
        <translation>Der Schlüssel „%1“ hat %2 Byte, und S3 nimmt höchstens %3.</translation>
    </message>
    <message>
        <source>Shorten it; letters beyond a to z count as 2 to 4 bytes each.</source>
        <translation>Kürzen Sie ihn; Buchstaben jenseits von a bis z zählen je 2 bis 4 Byte.</translation>
    </message>
    <message>
        <source>There is no key after the bucket&apos;s name.</source>
        <translation>Nach dem Namen des Buckets steht kein Schlüssel.</translation>
    </message>
    <message>
        <source>Name the object: s3://bucket/key.</source>
        <translation>Nennen Sie das Objekt: s3://bucket/key.</translation>
    </message>
    <message>
        <source>The key “%1” has a part that is only “.” or “..” between slashes. Such a part is resolved on its way to the service, like a folder, and another object would be meant.</source>
        <translation>Der Schlüssel „%1“ hat zwischen Schrägstrichen einen Teil, der nur „.“ oder „..“ ist. Ein solcher Teil wird auf dem Weg zum Dienst aufgelöst wie ein Ordner, und gemeint wäre ein anderes Objekt.</translation>
    </message>
    <message>
        <source>Choose another key; an object that is stored so can be copied to one with other tools.</source>
        <translation>Wählen Sie einen anderen Schlüssel; ein Objekt, das so gespeichert ist, lässt sich mit anderen Programmen auf einen solchen kopieren.</translation>
    </message>
</context>
<context>
    <name>StorageNames</name>
    <message>
        <source>No file can have the name of the object “%1”: copy it alone, to a name of your own.</source>
        <translation>Keine Datei kann den Namen des Objekts „%1“ haben: Kopieren Sie es allein, unter einem eigenen Namen.</translation>
    </message>
</context>
<context>
    <name>StorageObject</name>
    <message>
        <source>%1 bytes are too many for one request: upload them as a file.</source>
        <translation>%1 Byte sind zu viel für eine Anfrage: Laden Sie sie als Datei hoch.</translation>
    </message>
    <message>
        <source>There is no bucket “%1”, or no bucket “%2”.</source>
        <translation>Es gibt keinen Bucket „%1“ oder keinen Bucket „%2“.</translation>
    </message>
    <message>
        <source>The copy was stopped.</source>
        <translation>Das Kopieren wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Throw away what was written, and try again.</source>
        <translation>Werfen Sie weg, was geschrieben wurde, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 ended after %2 of %3 bytes.</source>
        <translation>%1 endete nach %2 von %3 Byte.</translation>
    </message>
    <message>
        <source>What arrived is not what is stored: the checksum of %1 differs.</source>
        <translation>Was ankam, ist nicht, was gespeichert ist: Die Prüfsumme von %1 ist eine andere.</translation>
    </message>
    <message>
        <source>A signed URL needs keys, and this bucket is asked without: choose to sign requests, or a profile.</source>
        <translation>Eine signierte URL braucht Schlüssel, und dieser Bucket wird ohne gefragt: Schalten Sie das Signieren ein, oder wählen Sie ein Profil.</translation>
    </message>
</context>
<context>
    <name>StorageParts</name>
    <message>
        <source>What arrived of %1 could not be taken away, and is left as an unfinished upload.</source>
        <translation>Was von %1 ankam, konnte nicht entfernt werden und bleibt als unfertiger Upload liegen.</translation>
    </message>
</context>
<context>
    <name>StoragePicker</name>
    <message>
        <source>Choose a place in Amazon S3</source>
        <translation>Einen Ort in Amazon S3 wählen</translation>
    </message>
    <message>
        <source>&amp;Default place</source>
        <translation>Stan&amp;dardort</translation>
    </message>
    <message>
        <source>Default places of this job</source>
        <translation>Standardorte dieses Jobs</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>N&amp;ehmen</translation>
    </message>
    <message>
        <source>Use the default place</source>
        <translation>Den Standardort nehmen</translation>
    </message>
    <message>
        <source>&amp;New folder in it</source>
        <translation>&amp;Neuer Ordner darin</translation>
    </message>
    <message>
        <source>Name of a new folder in the chosen one</source>
        <translation>Name eines neuen Ordners im gewählten</translation>
    </message>
    <message>
        <source>none: the folder itself</source>
        <translation>keiner: der Ordner selbst</translation>
    </message>
</context>
<context>
    <name>StorageRefusal</name>
    <message>
        <source>No bucket is named.</source>
        <translation>Es ist kein Bucket genannt.</translation>
    </message>
    <message>
        <source>“%1” is no bucket&apos;s name.</source>
        <translation>„%1“ ist kein Name eines Buckets.</translation>
    </message>
    <message>
        <source>Names have 3 to 63 letters a to z, digits, dots and hyphens.</source>
        <translation>Namen haben 3 bis 63 Buchstaben a bis z, Ziffern, Punkte und Bindestriche.</translation>
    </message>
    <message>
        <source>There is no bucket “%1”.</source>
        <translation>Es gibt keinen Bucket „%1“.</translation>
    </message>
    <message>
        <source>Check its name and its account.</source>
        <translation>Prüfen Sie seinen Namen und sein Konto.</translation>
    </message>
    <message>
        <source>The bucket “%1” is there, but the identity you use may not look at it.</source>
        <translation>Der Bucket „%1“ ist da, aber die Identität, die Sie nutzen, darf nicht hineinsehen.</translation>
    </message>
    <message>
        <source>It needs s3:ListBucket; the bucket may belong to another account.</source>
        <translation>Sie braucht s3:ListBucket; der Bucket kann zu einem anderen Konto gehören.</translation>
    </message>
    <message>
        <source>The bucket “%1” belongs to somebody else.</source>
        <translation>Der Bucket „%1“ gehört jemand anderem.</translation>
    </message>
    <message>
        <source>Names are taken once in the whole world: choose another.</source>
        <translation>Namen sind weltweit nur einmal vergeben: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is no object %1.</source>
        <translation>Es gibt kein Objekt %1.</translation>
    </message>
    <message>
        <source>Check the key, letter by letter and with capitals; a folder is no object.</source>
        <translation>Prüfen Sie den Schlüssel, Buchstabe für Buchstabe und mit Großschreibung; ein Ordner ist kein Objekt.</translation>
    </message>
    <message>
        <source>The identity you use may not do that with %1, or there is no such object.</source>
        <translation>Die Identität, die Sie nutzen, darf das mit %1 nicht, oder es gibt kein solches Objekt.</translation>
    </message>
    <message>
        <source>It needs s3:GetObject to read, s3:PutObject to write; without s3:ListBucket S3 does not say whether an object is there.</source>
        <translation>Zum Lesen braucht sie s3:GetObject, zum Schreiben s3:PutObject; ohne s3:ListBucket sagt S3 nicht, ob ein Objekt da ist.</translation>
    </message>
    <message>
        <source>%1 was changed while it was being read.</source>
        <translation>%1 wurde geändert, während es gelesen wurde.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is archived and cannot be read now.</source>
        <translation>%1 ist archiviert und jetzt nicht lesbar.</translation>
    </message>
    <message>
        <source>Restore it first (S3 Glacier), then try again.</source>
        <translation>Stellen Sie es zuerst wieder her (S3 Glacier), und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Check the bucket, and the key letter by letter and with capitals; a folder is no object.</source>
        <translation>Prüfen Sie den Bucket und den Schlüssel Buchstabe für Buchstabe, auch Groß- und Kleinschreibung; ein Ordner ist kein Objekt.</translation>
    </message>
</context>
<context>
    <name>StorageStream</name>
    <message>
        <source>Parts of a stream wait there until they are sent: make room, or name another folder in the environment variable TMPDIR.</source>
        <translation>Dort warten Teile eines Stroms, bis sie gesendet sind: Schaffen Sie Platz, oder nennen Sie in der Umgebungsvariablen TMPDIR einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The stream is longer than 5 TiB, which is all that an object can hold.</source>
        <translation>Der Strom ist länger als 5 TiB, und mehr fasst kein Objekt.</translation>
    </message>
    <message>
        <source>There is an object %1 already.</source>
        <translation>Es gibt schon ein Objekt %1.</translation>
    </message>
    <message>
        <source>Choose another name, or allow it to be replaced.</source>
        <translation>Wählen Sie einen anderen Namen, oder erlauben Sie, dass es ersetzt wird.</translation>
    </message>
    <message>
        <source>The stream is longer than 10,000 parts can hold: say with --expected-size how long it is.</source>
        <translation>Der Strom ist länger, als 10.000 Teile fassen: Sagen Sie mit --expected-size, wie lang er ist.</translation>
    </message>
    <message>
        <source>An object holds no more than 5 TiB (%1 bytes).</source>
        <translation>Ein Objekt fasst höchstens 5 TiB (%1 Byte).</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>%1 is in use by another program for too long. Close that, then try again.</source>
        <translation>%1 wird zu lange von einem anderen Programm benutzt. Schließen Sie es, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be written to. Give yourself the right to write it and its folder.</source>
        <translation>In %1 kann nicht geschrieben werden. Geben Sie sich das Recht, die Datei und ihren Ordner zu beschreiben.</translation>
    </message>
    <message>
        <source>The disk is full: %1 cannot grow. Make room, then try again.</source>
        <translation>Die Platte ist voll: %1 kann nicht wachsen. Schaffen Sie Platz, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 cannot be opened. See that its folder is there and yours.</source>
        <translation>%1 kann nicht geöffnet werden. Sehen Sie nach, ob der Ordner da ist und Ihnen gehört.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2.</source>
        <translation>%1 kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for SQLite is missing. Install the package libqt6sql6-sqlite.</source>
        <translation>Der Qt-Treiber für SQLite fehlt. Installieren Sie das Paket libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>The history %1 was written by a newer version of this program, and can only be read.</source>
        <translation>Der Verlauf %1 wurde von einer neueren Version dieses Programms geschrieben und kann nur gelesen werden.</translation>
    </message>
    <message>
        <source>Use that version, or go on without a record.</source>
        <translation>Verwenden Sie jene Version, oder machen Sie ohne Eintrag im Verlauf weiter.</translation>
    </message>
    <message>
        <source>The history %1 was damaged, and is kept as %2.</source>
        <translation>Der Verlauf %1 war beschädigt und wird als %2 aufbewahrt.</translation>
    </message>
    <message>
        <source>Start again to begin a new history, or go on without a record. Submissions that were still open are in the kept file only.</source>
        <translation>Starten Sie neu, um einen neuen Verlauf zu beginnen, oder machen Sie ohne Eintrag im Verlauf weiter. Noch offene Einreichungen stehen nur in der aufbewahrten Datei.</translation>
    </message>
    <message>
        <source>%1 is another program&apos;s database, and is left as it is. Move it away, or set BRAKETEER_DATA_DIR.</source>
        <translation>%1 ist die Datenbank eines anderen Programms und bleibt, wie sie ist. Verschieben Sie sie, oder setzen Sie BRAKETEER_DATA_DIR.</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be renamed. Move it away, then try again.</source>
        <translation>%1 ist beschädigt und kann nicht umbenannt werden. Verschieben Sie die Datei, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>There is no such submission in the history.</source>
        <translation>Eine solche Einreichung gibt es im Verlauf nicht.</translation>
    </message>
    <message>
        <source>Submission %1 is not open any more: somebody else settled it, or it was forgotten.</source>
        <translation>Die Einreichung %1 ist nicht mehr offen: Jemand anderes hat sie geklärt, oder sie wurde vergessen.</translation>
    </message>
    <message>
        <source>There is no submission %1 in the history.</source>
        <translation>Eine Einreichung %1 gibt es im Verlauf nicht.</translation>
    </message>
    <message>
        <source>“%1” is still open: its job may exist.</source>
        <translation>„%1“ ist noch offen: Der Job kann vorhanden sein.</translation>
    </message>
    <message>
        <source>Settle it first (history resolve), then forget it.</source>
        <translation>Klären Sie es zuerst (history resolve), und vergessen Sie es dann.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Make it yourself, or set BRAKETEER_DATA_DIR to a folder that you can write to.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden. Legen Sie ihn selbst an, oder setzen Sie BRAKETEER_DATA_DIR auf einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1 cannot be made: %2.</source>
        <translation>%1 kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>The same file is on its way to the same place already: wait until that transfer is done, or cancel it.</source>
        <translation>Dieselbe Datei ist schon auf dem Weg zum selben Ort: Warten Sie, bis jene Übertragung fertig ist, oder brechen Sie sie ab.</translation>
    </message>
</context>
<context>
    <name>Submit</name>
    <message>
        <source>Nothing was sent. To go on without a record, use --no-history.</source>
        <translation>Es wurde nichts gesendet. Um ohne Eintrag im Verlauf weiterzumachen, verwenden Sie --no-history.</translation>
    </message>
    <message>
        <source>Keep the job&apos;s ARN yourself: %1</source>
        <translation>Bewahren Sie die ARN des Jobs selbst auf: %1</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>JSON document</source>
        <translation>JSON-Dokument</translation>
    </message>
    <message>
        <source>In Git Bash on Windows use the hardened form: that shell rewrites arguments with paths.</source>
        <translation>Nehmen Sie in Git Bash unter Windows die sichere Form: Jene Shell schreibt Argumente mit Pfaden um.</translation>
    </message>
    <message>
        <source>For aws.exe, as version 2 of the AWS CLI installs it. Where aws is a batch file (aws.cmd of version 1) use the file form: a batch file reads its arguments a second time.</source>
        <translation>Für aws.exe, wie Version 2 der AWS CLI sie installiert. Wo aws eine Batchdatei ist (aws.cmd von Version 1), nehmen Sie die Dateiform: Eine Batchdatei liest ihre Argumente ein zweites Mal.</translation>
    </message>
    <message>
        <source>Shell command (sh)</source>
        <translation>Shell-Befehl (sh)</translation>
    </message>
    <message>
        <source>Shell command (bash)</source>
        <translation>Shell-Befehl (bash)</translation>
    </message>
    <message>
        <source>Shell command (zsh)</source>
        <translation>Shell-Befehl (zsh)</translation>
    </message>
    <message>
        <source>Shell command (fish)</source>
        <translation>Shell-Befehl (fish)</translation>
    </message>
    <message>
        <source>PowerShell 7.3 and later</source>
        <translation>PowerShell 7.3 und neuer</translation>
    </message>
    <message>
        <source>Windows PowerShell 5.1 to PowerShell 7.2</source>
        <translation>Windows PowerShell 5.1 bis PowerShell 7.2</translation>
    </message>
    <message>
        <source>Windows command prompt (cmd.exe)</source>
        <translation>Windows-Eingabeaufforderung (cmd.exe)</translation>
    </message>
    <message>
        <source>YAML document</source>
        <translation>YAML-Dokument</translation>
    </message>
    <message>
        <source>Python script (boto3)</source>
        <translation>Python-Skript (boto3)</translation>
    </message>
    <message>
        <source>Python script (Amazon Braket SDK)</source>
        <translation>Python-Skript (Amazon Braket SDK)</translation>
    </message>
    <message>
        <source>AWS Tools for PowerShell (New-BRKTJob)</source>
        <translation>AWS Tools for PowerShell (New-BRKTJob)</translation>
    </message>
    <message>
        <source>curl command</source>
        <translation>curl-Befehl</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Lesbar</translation>
    </message>
    <message>
        <source>Safe to paste anywhere</source>
        <translation>Überall sicher einzufügen</translation>
    </message>
    <message>
        <source>With a file</source>
        <translation>Mit einer Datei</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>“%1” must be a whole number, not “%2”.</source>
        <translation>„%1“ muss eine ganze Zahl sein, nicht „%2“.</translation>
    </message>
    <message>
        <source>“%1” must be at least %2.</source>
        <translation>„%1“ muss mindestens %2 sein.</translation>
    </message>
    <message>
        <source>“%1” must be at most %2.</source>
        <translation>„%1“ darf höchstens %2 sein.</translation>
    </message>
    <message>
        <source>“%1” is not filled in.</source>
        <translation>„%1“ ist nicht ausgefüllt.</translation>
    </message>
    <message>
        <source>“%1” must be one of: %2.</source>
        <translation>„%1“ muss eines davon sein: %2.</translation>
    </message>
    <message>
        <source>The template has no place “%1”.</source>
        <translation>Die Vorlage hat keine Stelle „%1“.</translation>
    </message>
    <message>
        <source>After {{ the name of a place and }} are expected in “%1”. Write {{{{ for braces that are meant.</source>
        <translation>Nach {{ werden in „%1“ der Name einer Stelle und }} erwartet. Schreiben Sie {{{{ für Klammern, die gemeint sind.</translation>
    </message>
    <message>
        <source>The place “%1” of the template is of an unknown type “%2”: use text, integer or choice.</source>
        <translation>Die Stelle „%1“ der Vorlage hat eine unbekannte Art „%2“: Nehmen Sie text, integer oder choice.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a place: use a letter, then letters, digits, hyphens and underscores.</source>
        <translation>„%1“ kann nicht der Name einer Stelle sein: Nehmen Sie einen Buchstaben, dann Buchstaben, Ziffern, Bindestriche und Unterstriche.</translation>
    </message>
    <message>
        <source>The place “%1” of the template must be an object with members such as label and default.</source>
        <translation>Die Stelle „%1“ der Vorlage muss ein Objekt mit Mitgliedern wie label und default sein.</translation>
    </message>
    <message>
        <source>The place “%1” of the template has no choices.</source>
        <translation>Die Stelle „%1“ der Vorlage hat keine Auswahlmöglichkeiten.</translation>
    </message>
    <message>
        <source>The member “template” must be an object with name, description and places.</source>
        <translation>Das Mitglied „template“ muss ein Objekt mit name, description und places sein.</translation>
    </message>
    <message>
        <source>“places” of the template must be an object with a member for each place.</source>
        <translation>„places“ der Vorlage muss ein Objekt mit einem Mitglied für jede Stelle sein.</translation>
    </message>
</context>
<context>
    <name>TemplateCommand</name>
    <message>
        <source>--set takes the name of a place and its value: --set shots=1000.</source>
        <translation>--set verlangt den Namen einer Stelle und ihren Wert: --set shots=1000.</translation>
    </message>
    <message>
        <source>template takes list, show NAME or fill NAME; NAME may be a file.</source>
        <translation>template verlangt list, show NAME oder fill NAME; NAME kann eine Datei sein.</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>New job from a template</source>
        <translation>Neuer Job aus einer Vorlage</translation>
    </message>
    <message>
        <source>&amp;Templates</source>
        <translation>&amp;Vorlagen</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>&amp;Add from a file…</source>
        <translation>Aus einer Datei &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Copies a template that somebody sent you into your own</source>
        <translation>Kopiert eine Vorlage, die Ihnen jemand geschickt hat, zu Ihren eigenen</translation>
    </message>
    <message>
        <source>What the template asks for</source>
        <translation>Was die Vorlage wissen will</translation>
    </message>
</context>
<context>
    <name>TemplateFiles</name>
    <message>
        <source>There is a template %1 already: choose another name.</source>
        <translation>Es gibt schon eine Vorlage %1: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is no template: %2</source>
        <translation>%1 ist keine Vorlage: %2</translation>
    </message>
    <message>
        <source>There is no template and no file “%1”.</source>
        <translation>Es gibt keine Vorlage und keine Datei „%1“.</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>The command could not be written to a file for the terminal in %1. Copy it instead.</source>
        <translation>Der Befehl konnte nicht in eine Datei für das Terminal in %1 geschrieben werden. Kopieren Sie ihn stattdessen.</translation>
    </message>
    <message>
        <source>%1 is not installed here. Choose another shell, or copy the command.</source>
        <translation>%1 ist hier nicht installiert. Wählen Sie eine andere Shell, oder kopieren Sie den Befehl.</translation>
    </message>
    <message>
        <source>No terminal program was found on this computer. Copy the command instead.</source>
        <translation>Auf diesem Rechner fand sich kein Terminal-Programm. Kopieren Sie den Befehl stattdessen.</translation>
    </message>
    <message>
        <source>%1 could not be started. Copy the command instead.</source>
        <translation>%1 konnte nicht gestartet werden. Kopieren Sie den Befehl stattdessen.</translation>
    </message>
</context>
<context>
    <name>TextPosition</name>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>The transfer was stopped.</source>
        <translation>Die Übertragung wurde angehalten.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name, or allow it to be replaced.</source>
        <translation>Wählen Sie einen anderen Namen, oder erlauben Sie, dass es ersetzt wird.</translation>
    </message>
    <message>
        <source>%1 is a folder: name the file that the download becomes.</source>
        <translation>%1 ist ein Ordner: Nennen Sie die Datei, die der Download wird.</translation>
    </message>
    <message>
        <source>%1 was replaced by another object while it was being downloaded.</source>
        <translation>%1 wurde während des Downloads durch ein anderes Objekt ersetzt.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Laden Sie es noch einmal herunter.</translation>
    </message>
    <message>
        <source>What arrived is not what is stored: the checksum of %1 differs.</source>
        <translation>Was ankam, ist nicht, was gespeichert ist: Die Prüfsumme von %1 ist eine andere.</translation>
    </message>
    <message>
        <source>Download it again; if that does not help, the object was damaged when it was stored.</source>
        <translation>Laden Sie es noch einmal herunter; hilft das nicht, wurde das Objekt beim Speichern beschädigt.</translation>
    </message>
    <message>
        <source>The service does not say how large %1 is.</source>
        <translation>Der Dienst sagt nicht, wie groß %1 ist.</translation>
    </message>
    <message>
        <source>There is an object %1 already.</source>
        <translation>Es gibt schon ein Objekt %1.</translation>
    </message>
    <message>
        <source>What the service put together is not what was sent: the checksums of %1 differ.</source>
        <translation>Was der Dienst zusammengesetzt hat, ist nicht, was gesendet wurde: Die Prüfsummen von %1 sind verschieden.</translation>
    </message>
    <message>
        <source>Upload it again.</source>
        <translation>Laden Sie es noch einmal hoch.</translation>
    </message>
</context>
<context>
    <name>Transfers</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Place in S3</source>
        <translation>Ort in S3</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>SHA-256 was the same on both sides.</source>
        <translation>SHA-256 war auf beiden Seiten gleich.</translation>
    </message>
    <message>
        <source>CRC-32C was the same on both sides.</source>
        <translation>CRC-32C war auf beiden Seiten gleich.</translation>
    </message>
    <message>
        <source>The server has no checksum; the length is right.</source>
        <translation>Der Server hat keine Prüfsumme; die Länge stimmt.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Upload of %1</source>
        <translation>Upload von %1</translation>
    </message>
    <message>
        <source>Download of %1</source>
        <translation>Download von %1</translation>
    </message>
    <message>
        <source>SHA-1 was the same on both sides.</source>
        <translation>SHA-1 war auf beiden Seiten gleich.</translation>
    </message>
    <message>
        <source>CRC-32 was the same on both sides.</source>
        <translation>CRC-32 war auf beiden Seiten gleich.</translation>
    </message>
    <message>
        <source>CRC-64/NVME was the same on both sides.</source>
        <translation>CRC-64/NVME war auf beiden Seiten gleich.</translation>
    </message>
</context>
<context>
    <name>TransfersPane</name>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
    <message>
        <source>Pause the selected transfers</source>
        <translation>Die ausgewählten Übertragungen anhalten</translation>
    </message>
    <message>
        <source>Resume the selected transfers</source>
        <translation>Die ausgewählten Übertragungen fortsetzen</translation>
    </message>
    <message>
        <source>Cancel the selected transfers</source>
        <translation>Die ausgewählten Übertragungen abbrechen</translation>
    </message>
    <message>
        <source>Try the selected transfers again</source>
        <translation>Die ausgewählten Übertragungen noch einmal versuchen</translation>
    </message>
    <message>
        <source>Take the transfers that have ended from the list</source>
        <translation>Beendete Übertragungen aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Unfinished uploads…</source>
        <translation>Unvollendete Uploads…</translation>
    </message>
    <message>
        <source>Find uploads in parts that nobody finished: their parts are stored, and paid for, until they are taken away</source>
        <translation>Uploads in Teilen finden, die niemand beendet hat: Ihre Teile sind gespeichert und bezahlt, bis sie entfernt werden</translation>
    </message>
    <message>
        <source>Find unfinished uploads</source>
        <translation>Unvollendete Uploads finden</translation>
    </message>
    <message>
        <source>Nothing is on its way. Uploads and downloads that you start in the S3 pane are listed here.</source>
        <translation>Nichts ist unterwegs. Uploads und Downloads, die Sie im S3-Bereich beginnen, stehen hier.</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>The request to %1 was cancelled.</source>
        <translation>Die Anfrage an %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No connection to %1 within %2 seconds.</source>
        <translation>Keine Verbindung zu %1 innerhalb von %2 Sekunden.</translation>
    </message>
    <message>
        <source>Check the network, the proxy and the region, or allow more with --cli-connect-timeout.</source>
        <translation>Prüfen Sie das Netz, den Proxy und die Region, oder gewähren Sie mit --cli-connect-timeout mehr Zeit.</translation>
    </message>
    <message>
        <source>%1 has not answered for %2 seconds.</source>
        <translation>%1 hat seit %2 Sekunden nicht geantwortet.</translation>
    </message>
    <message>
        <source>It may have carried the request out. Allow more with --cli-read-timeout.</source>
        <translation>Die Anfrage kann ausgeführt worden sein. Gewähren Sie mit --cli-read-timeout mehr Zeit.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than anything it should send.</source>
        <translation>Die Antwort von %1 ist größer als alles, was von dort kommen sollte.</translation>
    </message>
    <message>
        <source>Check the endpoint and the proxy: something else may be answering.</source>
        <translation>Prüfen Sie den Endpunkt und den Proxy: Vielleicht antwortet etwas anderes.</translation>
    </message>
    <message>
        <source> (certificate “%1”, issued by “%2”)</source>
        <translation> (Zertifikat „%1“, ausgestellt von „%2“)</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2.</source>
        <translation>Keine sichere Verbindung zu %1: %2.</translation>
    </message>
    <message>
        <source>Check that the endpoint speaks TLS 1.2 or later, and that no proxy is in between.</source>
        <translation>Prüfen Sie, ob der Endpunkt TLS 1.2 oder neuer spricht und ob kein Proxy dazwischen ist.</translation>
    </message>
    <message>
        <source>%1 could not prove that it is %1: %2%3.</source>
        <translation>%1 konnte nicht nachweisen, dass es %1 ist: %2%3.</translation>
    </message>
    <message>
        <source>If your network has a certificate authority of its own, name its PEM file with --ca-bundle or AWS_CA_BUNDLE. Also check this computer&apos;s clock.</source>
        <translation>Wenn Ihr Netz eine eigene Zertifizierungsstelle hat, geben Sie deren PEM-Datei mit --ca-bundle oder AWS_CA_BUNDLE an. Prüfen Sie auch die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>The proxy %1 wants a user and a password, or refused the ones it got.</source>
        <translation>Der Proxy %1 verlangt Benutzer und Passwort oder hat die erhaltenen abgelehnt.</translation>
    </message>
    <message>
        <source>Put them into HTTPS_PROXY: http://user:password@host:port.</source>
        <translation>Tragen Sie sie in HTTPS_PROXY ein: http://benutzer:passwort@host:port.</translation>
    </message>
    <message>
        <source>There is no host with the name of the proxy %1.</source>
        <translation>Es gibt keinen Host mit dem Namen des Proxys %1.</translation>
    </message>
    <message>
        <source>Check HTTPS_PROXY and HTTP_PROXY.</source>
        <translation>Prüfen Sie HTTPS_PROXY und HTTP_PROXY.</translation>
    </message>
    <message>
        <source>The proxy %1 does not let the request to %2 through: %3.</source>
        <translation>Der Proxy %1 lässt die Anfrage an %2 nicht durch: %3.</translation>
    </message>
    <message>
        <source>Check HTTPS_PROXY and HTTP_PROXY, or name the host in NO_PROXY to go without the proxy.</source>
        <translation>Prüfen Sie HTTPS_PROXY und HTTP_PROXY, oder nennen Sie den Host in NO_PROXY, um den Proxy zu umgehen.</translation>
    </message>
    <message>
        <source>There is no host named %1.</source>
        <translation>Es gibt keinen Host namens %1.</translation>
    </message>
    <message>
        <source>Check that the region is right, that the service exists there, and that you are online.</source>
        <translation>Prüfen Sie, ob die Region stimmt, ob der Dienst dort vorhanden ist und ob Sie online sind.</translation>
    </message>
    <message>
        <source>%1 (port %2) refuses connections.</source>
        <translation>%1 (Port %2) lehnt Verbindungen ab.</translation>
    </message>
    <message>
        <source>Check the endpoint, and that what it names is running.</source>
        <translation>Prüfen Sie den Endpunkt, und ob läuft, was er nennt.</translation>
    </message>
    <message>
        <source>%1 closed the connection in the middle of its answer.</source>
        <translation>%1 hat die Verbindung mitten in der Antwort geschlossen.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 hat die Verbindung ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>It may have carried the request out.</source>
        <translation>Die Anfrage kann ausgeführt worden sein.</translation>
    </message>
    <message>
        <source>The request was not sent. Check the endpoint and the network.</source>
        <translation>Die Anfrage wurde nicht gesendet. Prüfen Sie den Endpunkt und das Netz.</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2.</source>
        <translation>Die Verbindung zu %1 ist fehlgeschlagen: %2.</translation>
    </message>
    <message>
        <source>Check the network and the endpoint.</source>
        <translation>Prüfen Sie das Netz und den Endpunkt.</translation>
    </message>
    <message>
        <source>%1 sent more bytes than it was asked for.</source>
        <translation>%1 hat mehr Byte gesendet, als verlangt waren.</translation>
    </message>
    <message>
        <source>%1 did not answer with the part that it was asked for (status %2).</source>
        <translation>%1 hat nicht mit dem verlangten Teil geantwortet (Status %2).</translation>
    </message>
    <message>
        <source>%1 could not prove that it is %1: %2.</source>
        <translation>%1 konnte nicht beweisen, dass es %1 ist: %2.</translation>
    </message>
</context>
<context>
    <name>Yaml</name>
    <message>
        <source>The YAML text has %1 bytes; no more than %2 are read.</source>
        <translation>Der YAML-Text hat %1 Bytes; mehr als %2 werden nicht gelesen.</translation>
    </message>
    <message>
        <source>a control character stands there</source>
        <translation>dort steht ein Steuerzeichen</translation>
    </message>
    <message>
        <source>a tab indents the line; use blanks</source>
        <translation>ein Tabulator rückt die Zeile ein; nehmen Sie Leerzeichen</translation>
    </message>
    <message>
        <source>a line begins with %, which is for directives; only %YAML 1.2 is known</source>
        <translation>eine Zeile beginnt mit %, das für Direktiven ist; bekannt ist nur %YAML 1.2</translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation>der Text ist kein UTF-8</translation>
    </message>
    <message>
        <source>a second document begins; only one is read</source>
        <translation>ein zweites Dokument beginnt; nur eines wird gelesen</translation>
    </message>
    <message>
        <source>a key must be text; put quotes round it</source>
        <translation>ein Schlüssel muss Text sein; setzen Sie ihn in Anführungszeichen</translation>
    </message>
    <message>
        <source>a colon after the key “%1” is missing</source>
        <translation>nach dem Schlüssel „%1“ fehlt ein Doppelpunkt</translation>
    </message>
    <message>
        <source>an alias stands inside what it names</source>
        <translation>ein Alias steht innerhalb dessen, was er benennt</translation>
    </message>
    <message>
        <source>a key must be text, not a list or a map</source>
        <translation>ein Schlüssel muss Text sein, keine Liste oder Zuordnung</translation>
    </message>
    <message>
        <source>the tag %1 means nothing here</source>
        <translation>das Tag %1 bedeutet hier nichts</translation>
    </message>
    <message>
        <source>it is nested deeper than %1 levels</source>
        <translation>er ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>its aliases make it larger than %1 bytes</source>
        <translation>seine Aliasse machen ihn größer als %1 Bytes</translation>
    </message>
    <message>
        <source>&lt;&lt; takes a map or a list of maps</source>
        <translation>&lt;&lt; nimmt eine Zuordnung oder eine Liste von Zuordnungen</translation>
    </message>
    <message>
        <source>the key “%1” is here for the second time</source>
        <translation>der Schlüssel „%1“ steht hier zum zweiten Mal</translation>
    </message>
    <message>
        <source>the key “%1” is no text; put quotes round it</source>
        <translation>der Schlüssel „%1“ ist kein Text; setzen Sie ihn in Anführungszeichen</translation>
    </message>
    <message>
        <source>“%1” is a date; put quotes round it to make it text</source>
        <translation>„%1“ ist ein Datum; setzen Sie es in Anführungszeichen, damit es Text wird</translation>
    </message>
    <message>
        <source>“%1” is no finite number; put quotes round it to make it text</source>
        <translation>„%1“ ist keine endliche Zahl; setzen Sie es in Anführungszeichen, damit es Text wird</translation>
    </message>
    <message>
        <source>“%1” has a meaning of its own; put quotes round it to make it text</source>
        <translation>„%1“ hat eine eigene Bedeutung; setzen Sie es in Anführungszeichen, damit es Text wird</translation>
    </message>
    <message>
        <source>The YAML text is wrong at %1: %2.</source>
        <translation>Der YAML-Text ist bei %1 fehlerhaft: %2.</translation>
    </message>
    <message>
        <source>Mend that place and read it again.</source>
        <translation>Berichtigen Sie diese Stelle, und lesen Sie ihn noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::AddKeysDialog</name>
    <message>
        <source>&amp;Keep in the keychain</source>
        <translation>Im &amp;Schlüsselbund aufbewahren</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::ChannelForm</name>
    <message>
        <source>Channel %1</source>
        <translation>Kanal %1</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::ChannelList</name>
    <message>
        <source>No input data: the job starts with its script and hyperparameters only.</source>
        <translation>Keine Eingabedaten: Der Job startet nur mit seinem Skript und seinen Hyperparametern.</translation>
    </message>
    <message>
        <source>A&amp;dd Channel</source>
        <translation>Kanal hin&amp;zufügen</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::CleanUpDialog</name>
    <message>
        <source>&amp;Take away</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>this computer: can be resumed</source>
        <translation>dieser Rechner: kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>another program or computer</source>
        <translation>ein anderes Programm oder ein anderer Rechner</translation>
    </message>
    <message>
        <source>No unfinished uploads in %1.</source>
        <translation>Keine unvollendeten Uploads in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished upload(s). One of another program may still be under way: its age tells.</source>
        <translation>
            <numerusform>%n unvollendeter Upload. Einer eines anderen Programms kann noch laufen: Sein Alter verrät es.</numerusform>
            <numerusform>%n unvollendete Uploads. Einer eines anderen Programms kann noch laufen: Sein Alter verrät es.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::CommandPane</name>
    <message>
        <source>Save the command</source>
        <translation>Befehl speichern</translation>
    </message>
    <message>
        <source>The command could not be written to %1: %2.</source>
        <translation>Der Befehl konnte nicht nach %1 geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The command reads %1:</source>
        <translation>Der Befehl liest %1:</translation>
    </message>
    <message>
        <source>%1; it reads %2, which Save writes</source>
        <translation>%1; er liest %2, das „Speichern“ schreibt</translation>
    </message>
    <message>
        <source>%1 exists and holds something else, so nothing was written. Choose another folder, or move that file away.</source>
        <translation>%1 gibt es schon, mit anderem Inhalt, deshalb wurde nichts geschrieben. Wählen Sie einen anderen Ordner, oder schieben Sie die Datei weg.</translation>
    </message>
    <message>
        <source>The job could not be written to %1: %2.</source>
        <translation>Der Job konnte nicht in %1 geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Folder for the file that the command reads</source>
        <translation>Ordner für die Datei, die der Befehl liest</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::DeleteDialog</name>
    <message>
        <source>Delete from S3</source>
        <translation>Aus S3 löschen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Counting what would be deleted: %n object(s), %1 so far…</source>
        <translation>
            <numerusform>Wird gezählt, was gelöscht würde: %n Objekt, bisher %1…</numerusform>
            <numerusform>Wird gezählt, was gelöscht würde: %n Objekte, bisher %1…</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1 (%2)?</source>
        <translation>%1 löschen (%2)?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n object(s), %1 in all?</source>
        <translation>
            <numerusform>%n Objekt löschen, zusammen %1?</numerusform>
            <numerusform>%n Objekte löschen, zusammen %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weiteres.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>In a bucket without versions this cannot be undone.</source>
        <translation>In einem Bucket ohne Versionen lässt sich das nicht zurücknehmen.</translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n object(s)…</source>
        <translation>
            <numerusform>%n Objekt wird gelöscht…</numerusform>
            <numerusform>%n Objekte werden gelöscht…</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted %1 of %2…</source>
        <translation>%1 von %2 gelöscht…</translation>
    </message>
    <message>
        <source>Not everything could be deleted.</source>
        <translation>Nicht alles konnte gelöscht werden.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::DocumentFiles</name>
    <message>
        <source>Job documents (*.json *.yaml *.yml)</source>
        <translation>Jobdokumente (*.json *.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a job document</source>
        <translation>Jobdokument öffnen</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is too large to be a job document (%2).</source>
        <translation>%1 ist zu groß für ein Jobdokument (%2).</translation>
    </message>
    <message>
        <source>%1 was not opened. %2</source>
        <translation>%1 wurde nicht geöffnet. %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Save the job document</source>
        <translation>Jobdokument speichern</translation>
    </message>
    <message>
        <source>%1 was not saved: %2. The draft is kept.</source>
        <translation>%1 wurde nicht gespeichert: %2. Der Entwurf bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::DraftKeeper</name>
    <message>
        <source>Restore the draft</source>
        <translation>Entwurf wiederherstellen</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::DurationEdit</name>
    <message>
        <source>d</source>
        <comment>unit: days</comment>
        <translation>d</translation>
    </message>
    <message>
        <source>h</source>
        <comment>unit: hours</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>min</source>
        <comment>unit: minutes</comment>
        <translation>min</translation>
    </message>
    <message>
        <source>s</source>
        <comment>unit: seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>%1 in seconds</source>
        <translation>%1 in Sekunden</translation>
    </message>
    <message>
        <source>+ %1 s</source>
        <translation>+ %1 s</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::EntryPointDialog</name>
    <message>
        <source>Looking inside %1…</source>
        <translation>Blick in %1…</translation>
    </message>
    <message>
        <source>Choose an entry point</source>
        <translation>Einen Einstiegspunkt wählen</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>&amp;Wählen</translation>
    </message>
    <message>
        <source>No Python module in it can be started.</source>
        <translation>Kein Python-Modul darin kann gestartet werden.</translation>
    </message>
    <message>
        <source>Found by reading the files; nothing was run. The likeliest comes first.</source>
        <translation>Durch Lesen der Dateien gefunden; nichts wurde ausgeführt. Der wahrscheinlichste steht zuerst.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::EntryPointList</name>
    <message>
        <source>Entry points</source>
        <translation>Einstiegspunkte</translation>
    </message>
    <message>
        <source>Entry point</source>
        <translation>Einstiegspunkt</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weiterer.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::FieldNote</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weiterer.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::FolderDownload</name>
    <message numerus="yes">
        <source>Looking for what is to be downloaded: %Ln file(s) so far…</source>
        <translation>
            <numerusform>Es wird gesucht, was herunterzuladen ist: bisher %Ln Datei…</numerusform>
            <numerusform>Es wird gesucht, was herunterzuladen ist: bisher %Ln Dateien…</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace files?</source>
        <translation>Dateien ersetzen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the files to download is there already, in %1.</source>
        <translation>
            <numerusform>%Ln der Dateien zum Herunterladen ist schon da, in %1.</numerusform>
            <numerusform>%Ln der Dateien zum Herunterladen sind schon da, in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more.</source>
        <translation>
            <numerusform>… und %Ln weitere.</numerusform>
            <numerusform>… und %Ln weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace all</source>
        <translation>Alle &amp;ersetzen</translation>
    </message>
    <message>
        <source>&amp;Skip existing</source>
        <translation>Vorhandene &amp;überspringen</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) were left out: their keys cannot be names of files here.</source>
        <translation>
            <numerusform>%n Objekt wurde ausgelassen: Sein Schlüssel kann hier kein Dateiname sein.</numerusform>
            <numerusform>%n Objekte wurden ausgelassen: Ihre Schlüssel können hier keine Dateinamen sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Download them one by one, each under a name of your choice.</source>
        <translation>Laden Sie sie einzeln herunter, jedes unter einem Namen Ihrer Wahl.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::FormBinder</name>
    <message>
        <source>%1 is missing, and is required.</source>
        <translation>%1 fehlt und ist erforderlich.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::HistoryActions</name>
    <message>
        <source>Cancel the job %1?</source>
        <translation>Den Job %1 abbrechen?</translation>
    </message>
    <message>
        <source>Braket stops it as soon as it can. A cancelled job cannot be continued.</source>
        <translation>Braket hält ihn an, sobald es kann. Ein abgebrochener Job kann nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Cancel the &amp;job</source>
        <translation>Job abbre&amp;chen</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>%1 vergessen?</translation>
    </message>
    <message>
        <source>Its row, its request and its ARN are removed from this computer. The job itself goes on.</source>
        <translation>Die Zeile, die Anfrage und die ARN werden von diesem Computer entfernt. Der Job selbst läuft weiter.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Open the request of %1</source>
        <translation>Die Anfrage von %1 öffnen</translation>
    </message>
    <message>
        <source>Braket was asked to stop the job: %1.</source>
        <translation>Braket wurde gebeten, den Job anzuhalten: %1.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::HistoryPane</name>
    <message>
        <source>&amp;Copy ARN</source>
        <translation>ARN &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Open as new draft</source>
        <translation>Als neuen Entwurf &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Resolve</source>
        <translation>K&amp;lären</translation>
    </message>
    <message>
        <source>C&amp;ancel job…</source>
        <translation>Job &amp;abbrechen…</translation>
    </message>
    <message>
        <source>&amp;Forget…</source>
        <translation>&amp;Vergessen…</translation>
    </message>
    <message>
        <source>No jobs yet. Fill in the form, then choose “Create job…”: every job you create is listed here, with its ARN.</source>
        <translation>Noch keine Jobs. Füllen Sie das Formular aus, und wählen Sie dann „Job anlegen…“: Jeder Job, den Sie anlegen, steht hier mit seiner ARN.</translation>
    </message>
    <message>
        <source>No job matches “%1”. Clear the search to see all jobs.</source>
        <translation>Kein Job passt zu „%1“. Leeren Sie die Suche, um alle Jobs zu sehen.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::ImportDialog</name>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Puts the job into the window in place of the present one; undo brings that back</source>
        <translation>Setzt den Job anstelle des jetzigen ins Fenster; Rückgängig bringt jenen zurück</translation>
    </message>
    <message>
        <source>Recognise it</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The file “%1” is not there.</source>
        <translation>Die Datei „%1“ ist nicht da.</translation>
    </message>
    <message>
        <source>Paste a command, a document or a call above.</source>
        <translation>Fügen Sie oben einen Befehl, ein Dokument oder einen Aufruf ein.</translation>
    </message>
    <message>
        <source>Recognised: %1</source>
        <translation>Erkannt: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Choose “&amp;%1”…</source>
        <translation>„&amp;%1“ wählen…</translation>
    </message>
    <message numerus="yes">
        <source>It &amp;changes %n place(s) of the present job:</source>
        <translation>
            <numerusform>Er ändert &amp;%n Stelle des jetzigen Jobs:</numerusform>
            <numerusform>Er ändert &amp;%n Stellen des jetzigen Jobs:</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Changes to the present job:</source>
        <translation>Ä&amp;nderungen am jetzigen Job:</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Eine Datei importieren</translation>
    </message>
    <message>
        <source>Where is “%1”?</source>
        <translation>Wo ist „%1“?</translation>
    </message>
    <message>
        <source>Import: %1</source>
        <translation>Import: %1</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::IntegerEdit</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::JobDocument</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::KeyValueEdit</name>
    <message>
        <source>A&amp;dd</source>
        <translation>Hin&amp;zufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>&amp;Paste Many</source>
        <translation>&amp;Mehrere einfügen</translation>
    </message>
    <message>
        <source>Add all names and values of the clipboard: a table from a spreadsheet, CSV, a JSON object, or NAME=value lines as in a .env file.</source>
        <translation>Alle Namen und Werte der Zwischenablage hinzufügen: eine Tabelle aus einer Tabellenkalkulation, CSV, ein JSON-Objekt oder NAME=Wert-Zeilen wie in einer .env-Datei.</translation>
    </message>
    <message>
        <source>The document holds no names and values here, but this: %1</source>
        <translation>Das Dokument enthält hier keine Namen und Werte, sondern: %1</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy a table, a JSON object or NAME=value lines first.</source>
        <translation>Die Zwischenablage enthält keinen Text. Kopieren Sie zuerst eine Tabelle, ein JSON-Objekt oder NAME=Wert-Zeilen.</translation>
    </message>
    <message numerus="yes">
        <source>Pasted: %n added</source>
        <translation>
            <numerusform>Eingefügt: %n neu</numerusform>
            <numerusform>Eingefügt: %n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n replaced.</source>
        <translation>
            <numerusform>, %n ersetzt.</numerusform>
            <numerusform>, %n ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” stands in two rows; only the first is sent. Rename or remove one.</source>
        <translation>„%1“ steht in zwei Zeilen; nur die erste wird gesendet. Benennen Sie eine um, oder entfernen Sie eine.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::KeyValueModel</name>
    <message>
        <source>This row has no name and is not sent.</source>
        <translation>Diese Zeile hat keinen Namen und wird nicht gesendet.</translation>
    </message>
    <message>
        <source>“%1” stands above already; this row is not sent.</source>
        <translation>„%1“ steht schon weiter oben; diese Zeile wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Add a name…</source>
        <translation>Namen hinzufügen…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::MainWindow</name>
    <message>
        <source>Main toolbar</source>
        <translation>Hauptwerkzeugleiste</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>New from the sample job</source>
        <translation>Neu aus dem Beispieljob</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Neuer Job</translation>
    </message>
    <message>
        <source>Checked: nothing to mend.</source>
        <translation>Geprüft: nichts zu beheben.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>The job was created, but its ARN could not be stored: %1 Keep the ARN: %2</source>
        <translation>Der Job wurde angelegt, aber seine ARN konnte nicht gespeichert werden: %1 Bewahren Sie die ARN auf: %2</translation>
    </message>
    <message>
        <source>Copy &amp;ARN</source>
        <translation>ARN kopier&amp;en</translation>
    </message>
    <message>
        <source>The job was created: %1</source>
        <translation>Der Job wurde angelegt: %1</translation>
    </message>
    <message>
        <source>Nothing was sent. %1</source>
        <translation>Es wurde nichts gesendet. %1</translation>
    </message>
    <message>
        <source>Create without a &amp;record</source>
        <translation>Ohne &amp;Verlauf anlegen</translation>
    </message>
    <message>
        <source>Account %1, %2, by %3, in %4.</source>
        <translation>Konto %1, %2, über %3, in %4.</translation>
    </message>
    <message>
        <source>The keys “%1” are in the keychain.</source>
        <translation>Die Schlüssel „%1“ sind im Schlüsselbund.</translation>
    </message>
    <message>
        <source>&amp;Use them now</source>
        <translation>Jetzt ver&amp;wenden</translation>
    </message>
    <message>
        <source>About Braketeer</source>
        <translation>Über Braketeer</translation>
    </message>
    <message>
        <source>Braketeer %1</source>
        <translation>Braketeer %1</translation>
    </message>
    <message>
        <source>Launches Amazon Braket hybrid jobs from the desktop.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Startet Hybridjobs von Amazon Braket vom Desktop aus.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Save changes?</source>
        <translation>Änderungen speichern?</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 enthält Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>The draft is kept either way and comes back at the next start.</source>
        <translation>Der Entwurf bleibt in jedem Fall erhalten und ist beim nächsten Start wieder da.</translation>
    </message>
    <message>
        <source>Close &amp;without saving</source>
        <translation>&amp;Ohne Speichern schließen</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>The history is up to date.</source>
        <translation>Der Verlauf ist auf dem neuesten Stand.</translation>
    </message>
    <message>
        <source>Creating the job…</source>
        <translation>Der Job wird angelegt…</translation>
    </message>
    <message>
        <source>The imported text is for %1, and this window works in %2.</source>
        <translation>Der importierte Text ist für %1, und dieses Fenster arbeitet in %2.</translation>
    </message>
    <message>
        <source>&amp;Switch to %1</source>
        <translation>Zu %1 &amp;wechseln</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::PackDialog</name>
    <message>
        <source>Pack %1</source>
        <translation>%1 packen</translation>
    </message>
    <message>
        <source>&amp;Pack and upload</source>
        <translation>&amp;Packen und hochladen</translation>
    </message>
    <message>
        <source>Looking through %1…</source>
        <translation>%1 wird durchgesehen…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1 before packing; %2 left out.</source>
        <translation>
            <numerusform>%n Datei, %1 vor dem Packen; %2 weggelassen.</numerusform>
            <numerusform>%n Dateien, %1 vor dem Packen; %2 weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes into the archive</source>
        <translation>Kommt ins Archiv</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weitere.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::Panes</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>S3</source>
        <translation>S3</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Übertragungen</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::PlaceChooser</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>AWS profile whose account the job is created in</source>
        <translation>AWS-Profil, in dessen Konto der Job angelegt wird</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>AWS region that the job is created in; others than those listed can be typed</source>
        <translation>AWS-Region, in der der Job angelegt wird; andere als die aufgeführten können eingetippt werden</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::PlacesMenu</name>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Recent places</source>
        <translation>Zuletzt besucht</translation>
    </message>
    <message>
        <source>No places yet</source>
        <translation>Noch keine Orte</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::PresignDialog</name>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>12 hours</source>
        <translation>12 Stunden</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>7 days (the longest)</source>
        <translation>7 Tage (am längsten)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Whoever has this URL can read the object until %1. Temporary keys may end it sooner.</source>
        <translation>Wer diese URL hat, kann das Objekt bis %1 lesen. Befristete Schlüssel können sie früher beenden.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::PreviewDialog</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>Vorschau von %1</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>Die ersten %1 von %2</translation>
    </message>
    <message>
        <source>An image of %1: previews show images of up to %2.</source>
        <translation>Ein Bild von %1: Die Vorschau zeigt Bilder bis %2.</translation>
    </message>
    <message>
        <source>Text of the object</source>
        <translation>Text des Objekts</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>Erste Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1, %2 × %3 pixels</source>
        <translation>%1, %2 × %3 Pixel</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::PropertiesDialog</name>
    <message>
        <source>Properties of %1</source>
        <translation>Eigenschaften von %1</translation>
    </message>
    <message>
        <source>URI</source>
        <translation>URI</translation>
    </message>
    <message>
        <source>ARN</source>
        <translation>ARN</translation>
    </message>
    <message>
        <source>Asking S3…</source>
        <translation>S3 wird gefragt…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Byte)</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Storage class</source>
        <translation>Speicherklasse</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>Content encoding</source>
        <translation>Inhaltscodierung</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>ETag</source>
        <translation>ETag</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::ReviewPage</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>AWS’s own endpoint for the region</source>
        <translation>AWS-eigener Endpunkt der Region</translation>
    </message>
    <message>
        <source>Errors have to be mended first. Press Enter on one to go to its field.</source>
        <translation>Fehler müssen zuerst behoben werden. Drücken Sie auf einem die Eingabetaste, um zu seinem Feld zu springen.</translation>
    </message>
    <message>
        <source>Press Enter on one to go to its field.</source>
        <translation>Drücken Sie auf einem die Eingabetaste, um zu seinem Feld zu springen.</translation>
    </message>
    <message numerus="yes">
        <source>Create the job in spite of %n warning(s)</source>
        <translation>
            <numerusform>Den Job trotz %n Warnung anlegen</numerusform>
            <numerusform>Den Job trotz %n Warnungen anlegen</numerusform>
        </translation>
    </message>
    <message>
        <source>The same as the last job of this name, of %1.</source>
        <translation>Wie der letzte Job dieses Namens, vom %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) differ from the last job of this name, of %1.</source>
        <translation>
            <numerusform>%n Mitglied unterscheidet sich vom letzten Job dieses Namens, vom %1.</numerusform>
            <numerusform>%n Mitglieder unterscheiden sich vom letzten Job dieses Namens, vom %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::S3UriEdit</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Browse Amazon S3</source>
        <translation>Amazon S3 durchsuchen</translation>
    </message>
    <message>
        <source>Choose the place in Amazon S3</source>
        <translation>Den Ort in Amazon S3 wählen</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::SaveTemplateDialog</name>
    <message>
        <source>The template is a file in %1. Write {{name}} into it, with any editor, wherever a value is to be asked for; send the file to others to share it.</source>
        <translation>Die Vorlage ist eine Datei in %1. Schreiben Sie mit einem beliebigen Editor {{name}} hinein, wo ein Wert erfragt werden soll; schicken Sie die Datei anderen, um sie zu teilen.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::SectionList</name>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Everything that will be sent, and where to</source>
        <translation>Alles, was gesendet wird, und wohin</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::StatusLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>DEMO · account %1 · %2</source>
        <translation>DEMO · Konto %1 · %2</translation>
    </message>
    <message>
        <source>The built-in service on this computer: nothing leaves it, and nothing costs anything.</source>
        <translation>Der eingebaute Dienst auf diesem Computer: Nichts verlässt ihn, und nichts kostet etwas.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Profile %1</source>
        <translation>Profil %1</translation>
    </message>
    <message>
        <source>1 answer missing</source>
        <translation>1 Antwort fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%n answers missing</source>
        <translation>
            <numerusform>%n Antwort fehlt</numerusform>
            <numerusform>%n Antworten fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>No job running</source>
        <translation>Kein Job läuft</translation>
    </message>
    <message>
        <source>1 job running</source>
        <translation>1 Job läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs running</source>
        <translation>
            <numerusform>%n Job läuft</numerusform>
            <numerusform>%n Jobs laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n upload(s)</source>
        <translation>
            <numerusform>%n Upload</numerusform>
            <numerusform>%n Uploads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n Download</numerusform>
            <numerusform>%n Downloads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::StorageActions</name>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n line(s).</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Name of the new folder in %1</source>
        <translation>Name des neuen Ordners in %1</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n object(s).</source>
        <translation>
            <numerusform>%n Objekt gelöscht.</numerusform>
            <numerusform>%n Objekte gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the object as</source>
        <translation>Das Objekt speichern unter</translation>
    </message>
    <message>
        <source>Download into a folder</source>
        <translation>In einen Ordner herunterladen</translation>
    </message>
    <message>
        <source>Upload to %1</source>
        <translation>Nach %1 hochladen</translation>
    </message>
    <message>
        <source>Upload?</source>
        <translation>Hochladen?</translation>
    </message>
    <message>
        <source>Upload “%1” to %2?</source>
        <translation>„%1“ nach %2 hochladen?</translation>
    </message>
    <message numerus="yes">
        <source>Upload %n file(s) and folders to %1?</source>
        <translation>
            <numerusform>%n Datei oder Ordner nach %1 hochladen?</numerusform>
            <numerusform>%n Dateien und Ordner nach %1 hochladen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Objects of the same names are kept: such an upload fails and says so.</source>
        <translation>Objekte gleichen Namens bleiben: Ein solcher Upload scheitert und sagt es.</translation>
    </message>
    <message>
        <source>&amp;Upload</source>
        <translation>&amp;Hochladen</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::StorageBrowser</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>%1 of %2 loaded</source>
        <translation>%1 von %2 geladen</translation>
    </message>
    <message>
        <source>%1 loaded, more at the server</source>
        <translation>%1 geladen, mehr auf dem Server</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s)</source>
        <translation>
            <numerusform>%Ln Bucket</numerusform>
            <numerusform>%Ln Buckets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no session. Choose a profile, or the demo, in the toolbar.</source>
        <translation>Es gibt keine Sitzung. Wählen Sie in der Werkzeugleiste ein Profil oder die Demo.</translation>
    </message>
    <message>
        <source>This account has no buckets. A bucket of somebody else can be reached by typing its address above.</source>
        <translation>Dieses Konto hat keine Buckets. Ein Bucket von jemand anderem ist erreichbar, indem Sie oben seine Adresse eingeben.</translation>
    </message>
    <message>
        <source>No bucket has “%1” in its name.</source>
        <translation>Kein Bucket hat „%1“ im Namen.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln loaded row(s) has “%1” in its name. Enter searches at the server for names that begin with it.</source>
        <translation>
            <numerusform>Die %Ln geladene Zeile hat „%1“ nicht im Namen. Enter sucht auf dem Server nach Namen, die so beginnen.</numerusform>
            <numerusform>Keine der %Ln geladenen Zeilen hat „%1“ im Namen. Enter sucht auf dem Server nach Namen, die so beginnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in this folder begins with “%1”.</source>
        <translation>Nichts in diesem Ordner beginnt mit „%1“.</translation>
    </message>
    <message>
        <source>This bucket is empty.</source>
        <translation>Dieser Bucket ist leer.</translation>
    </message>
    <message>
        <source>There is nothing below %1.</source>
        <translation>Unter %1 ist nichts.</translation>
    </message>
    <message>
        <source>Forget this place</source>
        <translation>Diesen Ort vergessen</translation>
    </message>
    <message>
        <source>Remember this place</source>
        <translation>Diesen Ort merken</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::StorageDesk</name>
    <message>
        <source>Uploaded %1</source>
        <translation>%1 hochgeladen</translation>
    </message>
    <message>
        <source>Downloaded %1</source>
        <translation>%1 heruntergeladen</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::StorageFields</name>
    <message>
        <source>&amp;Choose from S3…</source>
        <translation>Aus S3 &amp;wählen…</translation>
    </message>
    <message>
        <source>&amp;Upload a file…</source>
        <translation>Eine Datei &amp;hochladen…</translation>
    </message>
    <message>
        <source>&amp;Pack a folder and upload it…</source>
        <translation>Einen Ordner &amp;packen und hochladen…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose an entry point from the archive</source>
        <translation>Einen Einstiegspunkt aus dem Archiv wählen</translation>
    </message>
    <message>
        <source>Look inside the script archive and choose what to start</source>
        <translation>In das Skriptarchiv sehen und wählen, was startet</translation>
    </message>
    <message>
        <source>There is no session to look into S3 with. Choose a profile, or the demo, in the toolbar.</source>
        <translation>Es gibt keine Sitzung, um in S3 zu sehen. Wählen Sie in der Werkzeugleiste ein Profil oder die Demo.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Prüfpunkte</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>geändert am %1</translation>
    </message>
    <message>
        <source>%1, but the job runs in %2</source>
        <translation>%1, aber der Job läuft in %2</translation>
    </message>
    <message>
        <source>There is no session to look into S3 with.</source>
        <translation>Es gibt keine Sitzung, um in S3 zu sehen.</translation>
    </message>
    <message>
        <source>No script archive is chosen yet, so there is nothing to look into.</source>
        <translation>Es ist noch kein Skriptarchiv gewählt, in das man sehen könnte.</translation>
    </message>
    <message>
        <source>Fill in the script archive first.</source>
        <translation>Füllen Sie zuerst das Skriptarchiv aus.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::StorageNavigator</name>
    <message>
        <source>These credentials may not list what is in “%1” (s3:ListBucket is missing), but this object may be read.</source>
        <translation>Diese Zugangsdaten dürfen nicht auflisten, was in „%1“ ist (s3:ListBucket fehlt), aber dieses Objekt darf gelesen werden.</translation>
    </message>
    <message>
        <source>The object “%1” may not be read either (s3:GetObject), or it does not exist.</source>
        <translation>Auch das Objekt „%1“ darf nicht gelesen werden (s3:GetObject), oder es gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::StoragePane</name>
    <message>
        <source>Amazon S3</source>
        <translation>Amazon S3</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Download…</source>
        <translation>He&amp;runterladen…</translation>
    </message>
    <message>
        <source>&amp;Copy URI</source>
        <translation>URI &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy U&amp;RL</source>
        <translation>U&amp;RL kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;ARN</source>
        <translation>&amp;ARN kopieren</translation>
    </message>
    <message>
        <source>Presigned UR&amp;L…</source>
        <translation>Vorsignierte UR&amp;L…</translation>
    </message>
    <message>
        <source>&amp;Upload files…</source>
        <translation>Dateien hoch&amp;laden…</translation>
    </message>
    <message>
        <source>Upload a &amp;folder…</source>
        <translation>Einen &amp;Ordner hochladen…</translation>
    </message>
    <message>
        <source>&amp;New folder…</source>
        <translation>&amp;Neuer Ordner…</translation>
    </message>
    <message>
        <source>D&amp;elete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Proper&amp;ties</source>
        <translation>&amp;Eigenschaften</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::StoragePicker</name>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Open a bucket first.</source>
        <translation>Öffnen Sie zuerst einen Bucket.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation>Noch ist nichts gewählt.</translation>
    </message>
    <message>
        <source>Open the bucket and choose an object in it.</source>
        <translation>Öffnen Sie den Bucket, und wählen Sie ein Objekt darin.</translation>
    </message>
    <message>
        <source>A whole bucket is too wide a place to write to: choose a folder, or name a new one.</source>
        <translation>Ein ganzer Bucket ist zu weit, um hineinzuschreiben: Wählen Sie einen Ordner, oder nennen Sie einen neuen.</translation>
    </message>
    <message>
        <source>Choose “%1”</source>
        <translation>„%1“ wählen</translation>
    </message>
    <message>
        <source>The bucket is in %1, the job runs in %2: Amazon Braket wants both in one region.</source>
        <translation>Der Bucket liegt in %1, der Job läuft in %2: Amazon Braket verlangt beide in einer Region.</translation>
    </message>
    <message>
        <source>Create the bucket?</source>
        <translation>Den Bucket anlegen?</translation>
    </message>
    <message>
        <source>The bucket %1 does not exist yet. Create it in %2?</source>
        <translation>Den Bucket %1 gibt es noch nicht. In %2 anlegen?</translation>
    </message>
    <message>
        <source>It is the default bucket of Amazon Braket for this account and region. An empty bucket costs nothing.</source>
        <translation>Es ist der Standard-Bucket von Amazon Braket für dieses Konto und diese Region. Ein leerer Bucket kostet nichts.</translation>
    </message>
    <message>
        <source>&amp;Create it</source>
        <translation>&amp;Anlegen</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::Submitter</name>
    <message numerus="yes">
        <source>%n submission(s) settled.</source>
        <translation>
            <numerusform>%n Einreichung geklärt.</numerusform>
            <numerusform>%n Einreichungen geklärt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) cannot be settled yet. They stay in the history as UNKNOWN.</source>
        <translation>
            <numerusform>%n Einreichung kann noch nicht geklärt werden. Sie bleibt als UNKNOWN im Verlauf.</numerusform>
            <numerusform>%n Einreichungen können noch nicht geklärt werden. Sie bleiben als UNKNOWN im Verlauf.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>braketeer::gui::TemplateDialog</name>
    <message>
        <source>&amp;Use this template</source>
        <translation>Diese Vorlage &amp;nehmen</translation>
    </message>
    <message>
        <source>Puts the filled template into the window; nothing is sent yet</source>
        <translation>Setzt die ausgefüllte Vorlage ins Fenster; gesendet wird noch nichts</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>Liegt dem Programm bei</translation>
    </message>
    <message>
        <source>Add a template</source>
        <translation>Eine Vorlage hinzufügen</translation>
    </message>
    <message>
        <source>Templates (*.yaml *.yml *.json)</source>
        <translation>Vorlagen (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>Template “%1”</source>
        <translation>Vorlage „%1“</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::TermsChooser</name>
    <message>
        <source>Requests to this bucket</source>
        <translation>Anfragen an diesen Bucket</translation>
    </message>
    <message>
        <source>&amp;Requester pays…</source>
        <translation>&amp;Anfragende zahlen…</translation>
    </message>
    <message>
        <source>Agree to pay for requests and downloads, where the bucket&apos;s owner wants that</source>
        <translation>Anfragen und Downloads zahlen, wo der Eigentümer des Buckets das will</translation>
    </message>
    <message>
        <source>Without &amp;signing</source>
        <translation>Ohne &amp;Signatur</translation>
    </message>
    <message>
        <source>Use no keys, as everybody may: for public buckets</source>
        <translation>Keine Schlüssel benutzen, wie es alle dürfen: für öffentliche Buckets</translation>
    </message>
    <message>
        <source>Requests to this bucket: %1</source>
        <translation>Anfragen an diesen Bucket: %1</translation>
    </message>
    <message>
        <source>You pay for requests to this bucket</source>
        <translation>Sie zahlen die Anfragen an diesen Bucket</translation>
    </message>
    <message>
        <source>Requests to this bucket use no keys</source>
        <translation>Anfragen an diesen Bucket benutzen keine Schlüssel</translation>
    </message>
    <message>
        <source>Requests to this bucket are signed with your keys</source>
        <translation>Anfragen an diesen Bucket sind mit Ihren Schlüsseln signiert</translation>
    </message>
    <message>
        <source>Requester pays</source>
        <translation>Anfragende zahlen</translation>
    </message>
    <message>
        <source>Pay for requests to the bucket %1?</source>
        <translation>Anfragen an den Bucket %1 zahlen?</translation>
    </message>
    <message>
        <source>Where its owner lets requesters pay, Amazon S3 charges %1 for every list, request and download there, in previews, transfers and signed URLs too, until you switch this off.</source>
        <translation>Wo der Eigentümer die Anfragenden zahlen lässt, belastet Amazon S3 %1 für jede Liste, jede Anfrage und jeden Download dort, auch in Vorschauen, Übertragungen und signierten URLs, bis Sie dies ausschalten.</translation>
    </message>
    <message>
        <source>&amp;Agree to pay</source>
        <translation>&amp;Einverstanden</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::TokenEdit</name>
    <message>
        <source>Ne&amp;w token</source>
        <translation>Ne&amp;ues Token</translation>
    </message>
    <message>
        <source>Put in a new random token.</source>
        <translation>Ein neues zufälliges Token einsetzen.</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::TransfersPane</name>
    <message>
        <source>Pa&amp;use</source>
        <translation>Anhalte&amp;n</translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>C&amp;lear those that have ended</source>
        <translation>B&amp;eendete entfernen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>braketeer::gui::UploadDrop</name>
    <message>
        <source>Choose the folder with the code</source>
        <translation>Den Ordner mit dem Code wählen</translation>
    </message>
    <message>
        <source>Choose the script or archive</source>
        <translation>Das Skript oder Archiv wählen</translation>
    </message>
    <message>
        <source>Upload %1</source>
        <translation>%1 hochladen</translation>
    </message>
    <message>
        <source>Where in S3 should it go? The script archive of the job is then filled in.</source>
        <translation>Wohin in S3 damit? Das Skriptarchiv des Jobs wird dann ausgefüllt.</translation>
    </message>
    <message>
        <source>&amp;Upload</source>
        <translation>&amp;Hochladen</translation>
    </message>
    <message>
        <source>Upload the script</source>
        <translation>Das Skript hochladen</translation>
    </message>
</context>
</TS>
