<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ApiError</name>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network and the endpoint, then try again.</source>
        <translation>Der Server ist nicht erreichbar. Prüfen Sie Netzwerk und Endpunkt und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Try again.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was not accepted. If your company inspects TLS, add its CA certificate.</source>
        <translation>Das Zertifikat des Servers wurde nicht anerkannt. Wenn Ihre Firma TLS prüft, fügen Sie deren CA-Zertifikat hinzu.</translation>
    </message>
    <message>
        <source>The proxy refused the connection. Check the proxy settings.</source>
        <translation>Der Proxy hat die Verbindung abgelehnt. Prüfen Sie die Proxy-Einstellungen.</translation>
    </message>
    <message>
        <source>The user name or the API key was not accepted. Check both, then try again.</source>
        <translation>Der Benutzername oder der API-Schlüssel wurde nicht anerkannt. Prüfen Sie beide und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This key may not see that. Ask the account&apos;s owner for the permission.</source>
        <translation>Dieser Schlüssel darf das nicht sehen. Bitten Sie den Inhaber des Kontos um die Berechtigung.</translation>
    </message>
    <message>
        <source>Not there, or this key may not see it.</source>
        <translation>Nicht vorhanden, oder dieser Schlüssel darf es nicht sehen.</translation>
    </message>
    <message>
        <source>The API&apos;s limit of calls a second was reached. Wait a moment, then try again.</source>
        <translation>Die API erlaubt nicht mehr Aufrufe in der Sekunde. Warten Sie einen Augenblick und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server reports an internal error. Try again.</source>
        <translation>Der Server meldet einen internen Fehler. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server could not answer. Try again later.</source>
        <translation>Der Server konnte nicht antworten. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be read. Check that the endpoint is a SoftLayer REST API.</source>
        <translation>Die Antwort des Servers war nicht lesbar. Prüfen Sie, ob der Endpunkt eine SoftLayer-REST-API ist.</translation>
    </message>
    <message>
        <source>The server did not accept the request.</source>
        <translation>Der Server hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>AsOfStatus</name>
    <message>
        <source>read-only</source>
        <translation>nur lesend</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>No column is named. There are: %1.</source>
        <translation>Es ist keine Spalte genannt. Es gibt: %1.</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot;. There are: %2.</source>
        <translation>Es gibt keine Spalte &quot;%1&quot;. Es gibt: %2.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Bare metal or virtual server.</source>
        <translation>Physischer oder virtueller Server.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>The number of the server in the API; bare metal and virtual servers are counted apart.</source>
        <translation>Die Nummer des Servers in der API; physische und virtuelle Server sind getrennt gezählt.</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>The first part of the full name.</source>
        <translation>Der erste Teil des vollen Namens.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>The full name without the host name.</source>
        <translation>Der volle Name ohne den Hostnamen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The full name, host name and domain; it need not be unique.</source>
        <translation>Der volle Name aus Hostname und Domain; er muss nicht eindeutig sein.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The state of a bare metal server, or of the device of a virtual one.</source>
        <translation>Der Zustand eines physischen Servers oder des Geräts eines virtuellen.</translation>
    </message>
    <message>
        <source>Datacenter</source>
        <translation>Rechenzentrum</translation>
    </message>
    <message>
        <source>The datacenter that the server stands in.</source>
        <translation>Das Rechenzentrum, in dem der Server steht.</translation>
    </message>
    <message>
        <source>Public IP</source>
        <translation>Öffentliche IP</translation>
    </message>
    <message>
        <source>The primary address on the public network.</source>
        <translation>Die Hauptadresse im öffentlichen Netz.</translation>
    </message>
    <message>
        <source>Private IP</source>
        <translation>Private IP</translation>
    </message>
    <message>
        <source>The primary address on the private network.</source>
        <translation>Die Hauptadresse im privaten Netz.</translation>
    </message>
    <message>
        <source>Management IP</source>
        <translation>Verwaltungs-IP</translation>
    </message>
    <message>
        <source>The address of the remote management card (IPMI); bare metal only.</source>
        <translation>Die Adresse der Fernwartungskarte (IPMI); nur bei physischen Servern.</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Physical cores, or the virtual cores of a virtual server.</source>
        <translation>Physische Kerne, bei virtuellen Servern virtuelle.</translation>
    </message>
    <message>
        <source>RAM GB</source>
        <translation>RAM GB</translation>
    </message>
    <message>
        <source>Memory in GB.</source>
        <translation>Arbeitsspeicher in GB.</translation>
    </message>
    <message>
        <source>OS</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>The operating system and its version.</source>
        <translation>Das Betriebssystem und seine Version.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>All tags, sorted.</source>
        <translation>Alle Tags, sortiert.</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>The bandwidth pool that the server belongs to; empty if it is in none.</source>
        <translation>Der Bandbreiten-Pool, zu dem der Server gehört; leer, wenn er in keinem ist.</translation>
    </message>
    <message>
        <source>Pool ID</source>
        <translation>Pool-ID</translation>
    </message>
    <message>
        <source>The number of the bandwidth pool in the API.</source>
        <translation>Die Nummer des Bandbreiten-Pools in der API.</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Billed by the hour or by the month.</source>
        <translation>Nach Stunden oder nach Monaten abgerechnet.</translation>
    </message>
    <message>
        <source>$/month</source>
        <translation>$/Monat</translation>
    </message>
    <message>
        <source>What the next invoice charges for the server and its parts, in US dollars.</source>
        <translation>Was die nächste Rechnung für den Server und seine Teile berechnet, in US-Dollar.</translation>
    </message>
    <message>
        <source>Out GB</source>
        <translation>Ausgehend GB</translation>
    </message>
    <message>
        <source>Public traffic out since the start of the billing cycle.</source>
        <translation>Ausgehender öffentlicher Verkehr seit Beginn des Abrechnungszeitraums.</translation>
    </message>
    <message>
        <source>In GB</source>
        <translation>Eingehend GB</translation>
    </message>
    <message>
        <source>Public traffic in since the start of the billing cycle.</source>
        <translation>Eingehender öffentlicher Verkehr seit Beginn des Abrechnungszeitraums.</translation>
    </message>
    <message>
        <source>Projected GB</source>
        <translation>Erwartet GB</translation>
    </message>
    <message>
        <source>Public traffic out that is expected by the end of the billing cycle.</source>
        <translation>Ausgehender öffentlicher Verkehr, der bis zum Ende des Abrechnungszeitraums erwartet wird.</translation>
    </message>
    <message>
        <source>Allocation GB</source>
        <translation>Kontingent GB</translation>
    </message>
    <message>
        <source>Public traffic out that is included in the price each billing cycle.</source>
        <translation>Ausgehender öffentlicher Verkehr, der je Abrechnungszeitraum im Preis enthalten ist.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>The user who ordered the server.</source>
        <translation>Der Benutzer, der den Server bestellt hat.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>The notes that people wrote about the server.</source>
        <translation>Was Leute über den Server notiert haben.</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>When a bare metal server was provisioned, or a virtual one created.</source>
        <translation>Wann ein physischer Server bereitgestellt oder ein virtueller angelegt wurde.</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>What is being done to the server now; empty if nothing is.</source>
        <translation>Was gerade mit dem Server geschieht; leer, wenn nichts.</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>The serial number that SoftLayer gave the machine; bare metal only.</source>
        <translation>Die Seriennummer, die SoftLayer der Maschine gab; nur bei physischen Servern.</translation>
    </message>
    <message>
        <source>Manufacturer serial</source>
        <translation>Hersteller-Seriennummer</translation>
    </message>
    <message>
        <source>The serial number that the manufacturer gave the machine; bare metal only.</source>
        <translation>Die Seriennummer, die der Hersteller der Maschine gab; nur bei physischen Servern.</translation>
    </message>
    <message>
        <source>Chassis</source>
        <translation>Gehäuse</translation>
    </message>
    <message>
        <source>The model of the chassis; bare metal only.</source>
        <translation>Das Modell des Gehäuses; nur bei physischen Servern.</translation>
    </message>
    <message>
        <source>Public VLAN</source>
        <translation>Öffentliches VLAN</translation>
    </message>
    <message>
        <source>The VLANs on the public network.</source>
        <translation>Die VLANs im öffentlichen Netz.</translation>
    </message>
    <message>
        <source>Private VLAN</source>
        <translation>Privates VLAN</translation>
    </message>
    <message>
        <source>The VLANs on the private network.</source>
        <translation>Die VLANs im privaten Netz.</translation>
    </message>
    <message>
        <source>Global ID</source>
        <translation>Globale ID</translation>
    </message>
    <message>
        <source>The identifier that is unique over all of the cloud.</source>
        <translation>Die Kennung, die in der ganzen Cloud eindeutig ist.</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Whether a virtual server runs, asked of its host; slow.</source>
        <translation>Ob ein virtueller Server läuft, bei seinem Wirt erfragt; langsam.</translation>
    </message>
    <message>
        <source>Private only</source>
        <translation>Nur privat</translation>
    </message>
    <message>
        <source>Whether the server has no public network.</source>
        <translation>Ob der Server kein öffentliches Netz hat.</translation>
    </message>
    <message>
        <source>Next bill</source>
        <translation>Nächste Rechnung</translation>
    </message>
    <message>
        <source>When the server is billed next.</source>
        <translation>Wann der Server das nächste Mal berechnet wird.</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Kündigung</translation>
    </message>
    <message>
        <source>When the server was, or will be, cancelled.</source>
        <translation>Wann der Server gekündigt wurde oder wird.</translation>
    </message>
    <message>
        <source>Row state</source>
        <translation>Zeilenzustand</translation>
    </message>
    <message>
        <source>Whether everything asked for of this server came, and if not, why.</source>
        <translation>Ob von diesem Server alles kam, wonach gefragt wurde, und wenn nicht, warum.</translation>
    </message>
</context>
<context>
    <name>ColumnsCommand</name>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>the window</source>
        <translation>das Fenster</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>--%1 nimmt eine ganze Zahl von %2 bis %3, nicht &quot;%4&quot;.</translation>
    </message>
    <message>
        <source>--demo takes small, medium, large or a number of servers from 0 to %1, not &quot;%2&quot;.</source>
        <translation>--demo nimmt small, medium, large oder eine Zahl von Servern von 0 bis %1, nicht &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>--account is not there yet. Set SL_USERNAME and SL_API_KEY, use ~/.softlayer, or look at the demo account with --demo.</source>
        <translation>--account gibt es noch nicht. Setzen Sie SL_USERNAME und SL_API_KEY, benutzen Sie ~/.softlayer oder sehen Sie sich mit --demo das Demokonto an.</translation>
    </message>
    <message>
        <source>--demo-latency belongs to --demo; there is no demo account without it.</source>
        <translation>--demo-latency gehört zu --demo; ohne das gibt es kein Demokonto.</translation>
    </message>
    <message>
        <source>--sort takes a column, with :desc for the largest first, such as --sort out_public_gb:desc, not &quot;%1&quot;. &apos;layerscope columns servers&apos; lists the columns.</source>
        <translation>--sort nimmt eine Spalte, mit :desc für das Größte zuerst, etwa --sort out_public_gb:desc, nicht &quot;%1&quot;. &apos;layerscope columns servers&apos; nennt die Spalten.</translation>
    </message>
    <message>
        <source>--preset takes plain or excel, not &quot;%1&quot;.</source>
        <translation>--preset nimmt plain oder excel, nicht &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--output takes a file&apos;s name, or - for standard output.</source>
        <translation>--output nimmt den Namen einer Datei oder - für die Standardausgabe.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;. The commands are export and columns; without one the window opens.</source>
        <translation>Es gibt keinen Befehl &quot;%1&quot;. Die Befehle sind export und columns; ohne Befehl öffnet sich das Fenster.</translation>
    </message>
    <message>
        <source>%1 needs to know what of: %2.</source>
        <translation>%1 muss wissen, wovon: %2.</translation>
    </message>
    <message>
        <source>There is no kind &quot;%1&quot;. The kinds are %2.</source>
        <translation>Es gibt keine Art &quot;%1&quot;. Die Arten sind %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many after %2 %3.</source>
        <translation>&quot;%1&quot; ist ein Wort zu viel nach %2 %3.</translation>
    </message>
    <message>
        <source>--%1 means nothing to %2.</source>
        <translation>--%1 bedeutet nichts für %2.</translation>
    </message>
    <message>
        <source>--demo and --account name two accounts. Give one of them.</source>
        <translation>--demo und --account nennen zwei Konten. Geben Sie eines davon an.</translation>
    </message>
    <message>
        <source>Layerscope: the window onto a SoftLayer (IBM Cloud Classic) account. It only reads.

layerscope                     the window
layerscope --demo[=SIZE]       the window on the demo account: small (60 servers), medium (2 500),
                               large (20 000) or a number

layerscope export KIND         the servers of the account as CSV; KIND: servers, bare-metal, virtual
    --output FILE              where to; - is standard output (default)
    --columns a,b,c            these columns, in this order; all: every one
    --filter WORDS             rows with all of these words, as in the window: &quot;dc:dal10 ram&gt;64 web&quot;
    --sort KEY[:desc]          by this column (fqdn)
    --preset plain|excel       plain: for programs (default); excel: opens right in a spreadsheet
    --quiet                    no progress on standard error
    --demo[=SIZE]              the demo account instead of yours

layerscope columns KIND        the columns: keys, titles, units and where the API has them

    --demo-latency MS          how slow the demo account answers (60 in the window, else 0)
    --most-calls N             calls at the same time at the most (30)
    --most-starts N            calls started a second at the most (45; the API refuses more than 50)
    --help, --version

The account comes from SL_USERNAME, SL_API_KEY and SL_ENDPOINT_URL, else from ~/.softlayer.
Exit code: 0 complete, 3 written but something is missing (standard error says what),
1 nothing written, 2 wrong usage.
</source>
        <translation>Layerscope: das Fenster auf ein SoftLayer-Konto (IBM Cloud Classic). Es liest nur.

layerscope                     das Fenster
layerscope --demo[=GRÖSSE]     das Fenster auf das Demokonto: small (60 Server), medium (2 500),
                               large (20 000) oder eine Zahl

layerscope export ART          die Server des Kontos als CSV; ART: servers, bare-metal, virtual
    --output DATEI             wohin; - ist die Standardausgabe (Vorgabe)
    --columns a,b,c            diese Spalten in dieser Reihenfolge; all: alle
    --filter WÖRTER            Zeilen mit allen diesen Wörtern, wie im Fenster: &quot;dc:dal10 ram&gt;64 web&quot;
    --sort SPALTE[:desc]       nach dieser Spalte (fqdn)
    --preset plain|excel       plain: für Programme (Vorgabe); excel: öffnet sich in Excel richtig
    --quiet                    kein Fortschritt auf der Standardfehlerausgabe
    --demo[=GRÖSSE]            das Demokonto statt Ihres eigenen

layerscope columns ART         die Spalten: Schlüssel, Titel, Einheiten und wo die API sie hat

    --demo-latency MS          wie langsam das Demokonto antwortet (60 im Fenster, sonst 0)
    --most-calls N             höchstens so viele Aufrufe zugleich (30)
    --most-starts N            höchstens so viele neue Aufrufe in der Sekunde (45; die API lehnt mehr als 50 ab)
    --help, --version

Das Konto kommt aus SL_USERNAME, SL_API_KEY und SL_ENDPOINT_URL, sonst aus ~/.softlayer.
Rückgabewert: 0 vollständig, 3 geschrieben, aber etwas fehlt (die Standardfehlerausgabe sagt, was),
1 nichts geschrieben, 2 falsche Benutzung.
</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>The endpoint is not an address. It looks like https://api.softlayer.com/rest/v3.1/.</source>
        <translation>Der Endpunkt ist keine Adresse. Er sieht aus wie https://api.softlayer.com/rest/v3.1/.</translation>
    </message>
    <message>
        <source>The endpoint carries a user name or a key. Take them out of the address.</source>
        <translation>Der Endpunkt enthält einen Benutzernamen oder Schlüssel. Nehmen Sie sie aus der Adresse heraus.</translation>
    </message>
    <message>
        <source>The endpoint is not encrypted, so the key would be readable on the way. Use https://.</source>
        <translation>Der Endpunkt ist nicht verschlüsselt, der Schlüssel wäre unterwegs lesbar. Benutzen Sie https://.</translation>
    </message>
    <message>
        <source>The endpoint&apos;s path is not that of a SoftLayer API. It ends in /rest/v3.1/.</source>
        <translation>Der Pfad des Endpunkts ist nicht der einer SoftLayer-API. Er endet auf /rest/v3.1/.</translation>
    </message>
</context>
<context>
    <name>ConnectionSource</name>
    <message>
        <source>The proxy is not an address. It looks like http://proxy.example.com:3128.</source>
        <translation>Der Proxy ist keine Adresse. Er sieht aus wie http://proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>the environment</source>
        <translation>der Umgebung</translation>
    </message>
    <message>
        <source>No account is known here. Set SL_USERNAME and SL_API_KEY, or run &apos;slcli config setup&apos;, or look at the demo account with --demo.</source>
        <translation>Hier ist kein Konto bekannt. Setzen Sie SL_USERNAME und SL_API_KEY, rufen Sie &apos;slcli config setup&apos; auf oder sehen Sie sich mit --demo das Demokonto an.</translation>
    </message>
    <message>
        <source>There is an API key, but no user name. Set SL_USERNAME, or username in ~/.softlayer.</source>
        <translation>Es gibt einen API-Schlüssel, aber keinen Benutzernamen. Setzen Sie SL_USERNAME oder username in ~/.softlayer.</translation>
    </message>
    <message>
        <source>There is a user name (%1), but no API key. Set SL_API_KEY, or api_key in ~/.softlayer.</source>
        <translation>Es gibt einen Benutzernamen (%1), aber keinen API-Schlüssel. Setzen Sie SL_API_KEY oder api_key in ~/.softlayer.</translation>
    </message>
</context>
<context>
    <name>CsvFile</name>
    <message>
        <source>&quot;%1&quot; cannot be written here. Choose another folder, or ask for permission to write in this one.</source>
        <translation>&quot;%1&quot; kann hier nicht geschrieben werden. Wählen Sie einen anderen Ordner oder bitten Sie um das Recht, in diesen zu schreiben.</translation>
    </message>
    <message>
        <source>There is no room left for &quot;%1&quot;. Free some space, or choose another disk.</source>
        <translation>Für &quot;%1&quot; ist kein Platz mehr. Schaffen Sie Platz oder wählen Sie ein anderes Laufwerk.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written to its end. Check the disk and the folder, then try again.</source>
        <translation>&quot;%1&quot; konnte nicht zu Ende geschrieben werden. Prüfen Sie Laufwerk und Ordner und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file has no name. Choose one.</source>
        <translation>Die Datei hat keinen Namen. Wählen Sie einen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a folder. Choose a file name in it.</source>
        <translation>&quot;%1&quot; ist ein Ordner. Wählen Sie einen Dateinamen darin.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; does not exist. Create it, or choose another one.</source>
        <translation>Den Ordner &quot;%1&quot; gibt es nicht. Legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a folder. Choose another one.</source>
        <translation>&quot;%1&quot; ist kein Ordner. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>Standardausgabe</translation>
    </message>
    <message>
        <source>What was there before is unchanged.</source>
        <translation>Was vorher da war, ist unverändert.</translation>
    </message>
</context>
<context>
    <name>ExportStatus</name>
    <message numerus="yes">
        <source>%Ln row(s) written to %1</source>
        <translation>
            <numerusform>%Ln Zeile nach %1 geschrieben</numerusform>
            <numerusform>%Ln Zeilen nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them not complete</source>
        <translation>
            <numerusform>%Ln davon unvollständig</numerusform>
            <numerusform>%Ln davon unvollständig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>LoadOutcome</name>
    <message>
        <source>bare metal servers</source>
        <translation>physischen Servern</translation>
    </message>
    <message>
        <source>virtual servers</source>
        <translation>virtuellen Servern</translation>
    </message>
    <message>
        <source>%1 of %2 %3 were listed.</source>
        <extracomment>%1 and %2 are numbers, %3 is &quot;virtual servers&quot; or &quot;bare metal servers&quot;.</extracomment>
        <translation>%1 von %2 %3 wurden aufgelistet.</translation>
    </message>
    <message>
        <source>The list of %1 is not complete.</source>
        <translation>Die Liste von %1 ist unvollständig.</translation>
    </message>
    <message>
        <source>Loading was stopped.</source>
        <translation>Das Laden wurde angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>%1 servers have cells that this key may not see.</source>
        <translation>
            <numerusform>%1 Server hat Zellen, die dieser Schlüssel nicht sehen darf.</numerusform>
            <numerusform>%1 Server haben Zellen, die dieser Schlüssel nicht sehen darf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 servers have cells that could not be had.</source>
        <translation>
            <numerusform>%1 Server hat Zellen, die nicht zu bekommen waren.</numerusform>
            <numerusform>%1 Server haben Zellen, die nicht zu bekommen waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 servers have cells that were not asked for in time.</source>
        <translation>
            <numerusform>%1 Server hat Zellen, nach denen nicht rechtzeitig gefragt wurde.</numerusform>
            <numerusform>%1 Server haben Zellen, nach denen nicht rechtzeitig gefragt wurde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 servers vanished while they were read.</source>
        <translation>
            <numerusform>%1 Server verschwand, während er gelesen wurde.</numerusform>
            <numerusform>%1 Server verschwanden, während sie gelesen wurden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadStatus</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinde</translation>
    </message>
    <message>
        <source>Listed %1 of %2</source>
        <translation>%1 von %2 aufgelistet</translation>
    </message>
    <message>
        <source>Listed %1</source>
        <translation>%1 aufgelistet</translation>
    </message>
    <message>
        <source>Details %1 of %2</source>
        <translation>Einzelheiten %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <comment>calls on their way</comment>
        <translation>
            <numerusform>%Ln Aufruf</numerusform>
            <numerusform>%Ln Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 not listed</source>
        <translation>%1 nicht aufgelistet</translation>
    </message>
    <message>
        <source>List not complete</source>
        <translation>Liste unvollständig</translation>
    </message>
    <message>
        <source>%1 not permitted</source>
        <translation>%1 nicht erlaubt</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1 verschwunden</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Layerscope</source>
        <translation>Layerscope</translation>
    </message>
</context>
<context>
    <name>PageMessage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The servers could not be listed.</source>
        <translation>Die Server konnten nicht aufgelistet werden.</translation>
    </message>
    <message>
        <source>Asking the account for its servers …</source>
        <translation>Das Konto wird nach seinen Servern gefragt …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopped before any server arrived.</source>
        <translation>Angehalten, bevor ein Server ankam.</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Noch einmal laden</translation>
    </message>
    <message>
        <source>This account has no servers.</source>
        <translation>Dieses Konto hat keine Server.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Nothing in “%1” yet.</source>
        <translation>Noch nichts in „%1“.</translation>
    </message>
    <message>
        <source>The account is still loading.</source>
        <translation>Das Konto lädt noch.</translation>
    </message>
    <message>
        <source>Show all servers</source>
        <translation>Alle Server zeigen</translation>
    </message>
    <message>
        <source>Nothing in “%1”.</source>
        <translation>Nichts in „%1“.</translation>
    </message>
    <message>
        <source>No server matches “%1”.</source>
        <translation>Kein Server passt zu „%1“.</translation>
    </message>
    <message>
        <source>Some values are still loading, so rows may yet appear.</source>
        <translation>Einige Werte laden noch, es können also noch Zeilen erscheinen.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>The rows that had arrived are kept.</source>
        <translation>Die Zeilen, die angekommen waren, bleiben.</translation>
    </message>
    <message>
        <source>The list of servers is not complete.</source>
        <translation>Die Liste der Server ist unvollständig.</translation>
    </message>
</context>
<context>
    <name>ProgressPrinter</name>
    <message>
        <source>%1 servers so far</source>
        <translation>bisher %1 Server</translation>
    </message>
    <message>
        <source>%1 of %2 servers</source>
        <translation>%1 von %2 Servern</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
</context>
<context>
    <name>ReplyClassifier</name>
    <message>
        <source>This account is not active, so the API refuses every call. Ask IBM Cloud support.</source>
        <translation>Dieses Konto ist nicht aktiv, die API lehnt deshalb jeden Aufruf ab. Fragen Sie den IBM-Cloud-Support.</translation>
    </message>
    <message>
        <source>More was asked for at once than the server gives.</source>
        <translation>Es wurde nach mehr auf einmal gefragt, als der Server gibt.</translation>
    </message>
    <message>
        <source>The server sends calls on to another address. Check the endpoint.</source>
        <translation>Der Server leitet Aufrufe an eine andere Adresse weiter. Prüfen Sie den Endpunkt.</translation>
    </message>
    <message>
        <source>The server sends calls on to “%1”. If you trust it, set it as the endpoint.</source>
        <translation>Der Server leitet Aufrufe an „%1“ weiter. Wenn Sie dem vertrauen, setzen Sie das als Endpunkt.</translation>
    </message>
</context>
<context>
    <name>SelectionStatus</name>
    <message>
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>$%1/month</source>
        <translation>%1 $/Monat</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
</context>
<context>
    <name>SlcliConfig</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>this section stands twice.</source>
        <translation>dieser Abschnitt steht zweimal da.</translation>
    </message>
    <message>
        <source>a setting stands before the first [section].</source>
        <translation>eine Einstellung steht vor dem ersten [Abschnitt].</translation>
    </message>
    <message>
        <source>this is no setting; a setting looks like: key = value.</source>
        <translation>das ist keine Einstellung; eine Einstellung sieht so aus: schlüssel = wert.</translation>
    </message>
    <message>
        <source>this setting stands twice in its section.</source>
        <translation>diese Einstellung steht zweimal in ihrem Abschnitt.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Use the key slcli uses</source>
        <translation>Den Schlüssel von slcli benutzen</translation>
    </message>
    <message>
        <source>Found in %1 for user %2.</source>
        <translation>Gefunden in %1, Benutzer %2.</translation>
    </message>
    <message>
        <source>Try the demo account</source>
        <translation>Das Demokonto ausprobieren</translation>
    </message>
    <message>
        <source>Made-up servers on this computer. No key, no network.</source>
        <translation>Erfundene Server auf diesem Rechner. Ohne Schlüssel, ohne Netz.</translation>
    </message>
</context>
<context>
    <name>TransportError</name>
    <message>
        <source>“%1” could not be reached in time. Check the network, the endpoint and the proxy.</source>
        <translation>„%1“ war nicht rechtzeitig erreichbar. Prüfen Sie Netzwerk, Endpunkt und Proxy.</translation>
    </message>
    <message>
        <source>“%1” did not answer in time. Try again.</source>
        <translation>„%1“ hat nicht rechtzeitig geantwortet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The host “%1” was not found. Check the endpoint and the network.</source>
        <translation>Der Host „%1“ wurde nicht gefunden. Prüfen Sie Endpunkt und Netzwerk.</translation>
    </message>
    <message>
        <source>“%1” refused the connection. Check the endpoint&apos;s host and port.</source>
        <translation>„%1“ hat die Verbindung abgelehnt. Prüfen Sie Host und Port des Endpunkts.</translation>
    </message>
    <message>
        <source>The connection to “%1” was lost. Check the network, then try again.</source>
        <translation>Die Verbindung zu „%1“ ging verloren. Prüfen Sie das Netzwerk und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountPage</name>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountSession</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>An account: the company&apos;s name and the account&apos;s number</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Konto %1</translation>
    </message>
</context>
<context>
    <name>layerscope::AsOfStatus</name>
    <message>
        <source>Layerscope never changes anything in the account.</source>
        <translation>Layerscope ändert im Konto nie etwas.</translation>
    </message>
</context>
<context>
    <name>layerscope::Banner</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Diese Nachricht ausblenden</translation>
    </message>
</context>
<context>
    <name>layerscope::CellFormat</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>noch einmal</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>private only</source>
        <translation>nur privat</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <extracomment>A sum of which some parts are not known: at least this much.</extracomment>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>1 server</source>
        <translation>1 Server</translation>
    </message>
    <message>
        <source>%1 servers</source>
        <translation>%1 Server</translation>
    </message>
    <message>
        <source>%1 loaded</source>
        <translation>%1 geladen</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Bare metal</source>
        <translation>Physisch</translation>
    </message>
    <message>
        <source>Virtual</source>
        <translation>Virtuell</translation>
    </message>
</context>
<context>
    <name>layerscope::ColumnLayout</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <extracomment>%1 is the title of a column</extracomment>
        <translation>„%1“ ausblenden</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts</translation>
    </message>
</context>
<context>
    <name>layerscope::ExportCommand</name>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Angehalten. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The file was written, but it is not complete.</source>
        <translation>Die Datei wurde geschrieben, ist aber unvollständig.</translation>
    </message>
</context>
<context>
    <name>layerscope::ExportDialog</name>
    <message>
        <source>Guard text that a spreadsheet would take for a formula</source>
        <translation>Text schützen, den eine Tabellenkalkulation für eine Formel hielte</translation>
    </message>
    <message>
        <source>Load what is missing first, then write</source>
        <translation>Erst laden, was fehlt, dann schreiben</translation>
    </message>
    <message>
        <source>Export servers</source>
        <translation>Server exportieren</translation>
    </message>
    <message>
        <source>All servers (%1)</source>
        <translation>Alle Server (%1)</translation>
    </message>
    <message>
        <source>Filtered, as on screen (%1)</source>
        <translation>Gefiltert, wie auf dem Bildschirm (%1)</translation>
    </message>
    <message>
        <source>Selected (%1)</source>
        <translation>Ausgewählt (%1)</translation>
    </message>
    <message>
        <source>Shown, as on screen (%1)</source>
        <translation>Gezeigt, wie auf dem Bildschirm (%1)</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Alle (%1)</translation>
    </message>
    <message>
        <source>Plain: comma, point, UTF-8</source>
        <translation>Schlicht: Komma, Punkt, UTF-8</translation>
    </message>
    <message>
        <source>Excel: separators of this computer&apos;s language</source>
        <translation>Excel: Trennzeichen der Sprache dieses Rechners</translation>
    </message>
    <message>
        <source>Keys, such as memory_gb</source>
        <translation>Schlüssel wie memory_gb</translation>
    </message>
    <message>
        <source>Titles, as on screen</source>
        <translation>Titel, wie auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>&amp;Rows:</source>
        <translation>&amp;Zeilen:</translation>
    </message>
    <message>
        <source>&amp;Columns:</source>
        <translation>&amp;Spalten:</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;Header:</source>
        <translation>&amp;Kopf:</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>replaces the file that is there</source>
        <translation>ersetzt die vorhandene Datei</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have values that are not loaded yet.</source>
        <translation>
            <numerusform>%Ln Zeile hat Werte, die noch nicht geladen sind.</numerusform>
            <numerusform>%Ln Zeilen haben Werte, die noch nicht geladen sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have values that could not be had; their fields stay empty, and the column row_state says why.</source>
        <translation>
            <numerusform>%Ln Zeile hat Werte, die nicht zu bekommen waren; ihre Felder bleiben leer, und die Spalte row_state sagt, warum.</numerusform>
            <numerusform>%Ln Zeilen haben Werte, die nicht zu bekommen waren; ihre Felder bleiben leer, und die Spalte row_state sagt, warum.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>layerscope::ExportStatus</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export waits for values</source>
        <translation>Der Export wartet auf Werte</translation>
    </message>
    <message>
        <source>Exported %1 of %2</source>
        <translation>%1 von %2 exportiert</translation>
    </message>
    <message>
        <source>Give up this export; no file is left behind</source>
        <translation>Diesen Export aufgeben; es bleibt keine Datei zurück</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>layerscope::FilterEdit</name>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by any word, or dc:dal10 ram&gt;64</source>
        <extracomment>Hint in the filter field. &quot;dc:&quot; and &quot;ram&gt;&quot; are filter words and stay as they are.</extracomment>
        <translation>Nach Wörtern filtern, oder dc:dal10 ram&gt;64</translation>
    </message>
    <message>
        <source>&lt;p&gt;Rows that contain every word are shown.&lt;/p&gt;&lt;p&gt;&lt;b&gt;dc:dal10,fra02&lt;/b&gt; either datacenter&lt;br&gt;&lt;b&gt;ram&amp;gt;64&lt;/b&gt; more than 64 GB&lt;br&gt;&lt;b&gt;-tag:test&lt;/b&gt; without this tag&lt;br&gt;&lt;b&gt;&quot;two words&quot;&lt;/b&gt; as one&lt;br&gt;&lt;b&gt;os:?&lt;/b&gt; not known, &lt;b&gt;os:-&lt;/b&gt; none&lt;/p&gt;</source>
        <translation>&lt;p&gt;Gezeigt werden Zeilen, die jedes Wort enthalten.&lt;/p&gt;&lt;p&gt;&lt;b&gt;dc:dal10,fra02&lt;/b&gt; eines dieser Rechenzentren&lt;br&gt;&lt;b&gt;ram&amp;gt;64&lt;/b&gt; mehr als 64 GB&lt;br&gt;&lt;b&gt;-tag:test&lt;/b&gt; ohne dieses Tag&lt;br&gt;&lt;b&gt;&quot;zwei Wörter&quot;&lt;/b&gt; als eines&lt;br&gt;&lt;b&gt;os:?&lt;/b&gt; unbekannt, &lt;b&gt;os:-&lt;/b&gt; keines&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>layerscope::GroupMenu</name>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppieren</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>Rows are not grouped</extracomment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <extracomment>%1 is a column&apos;s title</extracomment>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
</context>
<context>
    <name>layerscope::LoadStatus</name>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Why these are missing</source>
        <translation>Warum diese fehlen</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Kein Konto</translation>
    </message>
    <message>
        <source>Loaded in %1 s</source>
        <translation>In %1 s geladen</translation>
    </message>
    <message>
        <source>Stopped. What had arrived is kept.</source>
        <translation>Angehalten. Was angekommen war, bleibt.</translation>
    </message>
</context>
<context>
    <name>layerscope::MainWindow</name>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
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
        <source>Export again …</source>
        <translation>Noch einmal exportieren …</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>Window title: account, program</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>About Layerscope</source>
        <translation>Über Layerscope</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Layerscope %1&lt;/h3&gt;&lt;p&gt;The desktop window onto a SoftLayer (IBM Cloud Classic) account. It only reads.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Layerscope %1&lt;/h3&gt;&lt;p&gt;Das Fenster auf ein SoftLayer-Konto (IBM Cloud Classic). Es liest nur.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>layerscope::NavigatorModel</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Bare metal</source>
        <translation>Physisch</translation>
    </message>
    <message>
        <source>Virtual</source>
        <translation>Virtuell</translation>
    </message>
    <message>
        <source>Datacenters</source>
        <translation>Rechenzentren</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <extracomment>A count of which some parts are not known: at least this many.</extracomment>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>%1, %2 servers</source>
        <translation>%1, %2 Server</translation>
    </message>
</context>
<context>
    <name>layerscope::NavigatorView</name>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
</context>
<context>
    <name>layerscope::ProblemsPopup</name>
    <message>
        <source>Ask again for these</source>
        <translation>Noch einmal danach fragen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>layerscope::ServerCells</name>
    <message>
        <source>Sum of the %1 servers of %2 for which it is known.</source>
        <translation>Summe der %1 von %2 Servern, von denen sie bekannt ist.</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
    </message>
    <message>
        <source>waiting to be loaded</source>
        <translation>wartet auf das Laden</translation>
    </message>
    <message>
        <source>%1, loading again</source>
        <translation>%1, lädt noch einmal</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>failed, can be tried again</source>
        <translation>fehlgeschlagen, kann noch einmal versucht werden</translation>
    </message>
    <message>
        <source>%1, from an earlier load</source>
        <translation>%1, von einem früheren Laden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>layerscope::ServersPage</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message numerus="yes">
        <source>%Ln server(s)</source>
        <translation>
            <numerusform>%Ln Server</numerusform>
            <numerusform>%Ln Server</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Rows on screen, of all rows that there are</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>layerscope::ServersView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as one line</source>
        <translation>Als eine Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>layerscope::StartCard</name>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <extracomment>For screen readers; %1 is the title of a choice</extracomment>
        <translation>Auswählen: %1</translation>
    </message>
</context>
<context>
    <name>layerscope::StartPage</name>
    <message>
        <source>See your whole SoftLayer account</source>
        <translation>Ihr ganzes SoftLayer-Konto sehen</translation>
    </message>
    <message>
        <source>All servers, in seconds. Layerscope only reads.</source>
        <translation>Alle Server, in Sekunden. Layerscope liest nur.</translation>
    </message>
</context>
<context>
    <name>layerscope::WindowActions</name>
    <message>
        <source>&amp;Close account</source>
        <translation>Konto &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Filter …</source>
        <translation>&amp;Filter …</translation>
    </message>
    <message>
        <source>&amp;Clear filter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;All servers</source>
        <translation>&amp;Alle Server</translation>
    </message>
    <message>
        <source>&amp;Bare metal</source>
        <translation>&amp;Physische</translation>
    </message>
    <message>
        <source>&amp;Virtual</source>
        <translation>&amp;Virtuelle</translation>
    </message>
    <message>
        <source>&amp;Navigator</source>
        <translation>&amp;Navigator</translation>
    </message>
    <message>
        <source>Go to &amp;table</source>
        <translation>Zur &amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;Open all groups</source>
        <translation>Alle Gruppen &amp;öffnen</translation>
    </message>
    <message>
        <source>C&amp;lose all groups</source>
        <translation>Alle Gruppen s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Load everything again; rows stay meanwhile</source>
        <translation>Alles noch einmal laden; die Zeilen bleiben solange</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Stop loading and keep what has arrived</source>
        <translation>Das Laden anhalten und behalten, was angekommen ist</translation>
    </message>
    <message>
        <source>&amp;About Layerscope</source>
        <translation>&amp;Über Layerscope</translation>
    </message>
    <message>
        <source>&amp;All servers (%1) …</source>
        <translation>&amp;Alle Server (%1) …</translation>
    </message>
    <message>
        <source>&amp;Filtered (%1) …</source>
        <translation>&amp;Gefilterte (%1) …</translation>
    </message>
    <message>
        <source>&amp;Selected (%1) …</source>
        <translation>&amp;Ausgewählte (%1) …</translation>
    </message>
</context>
</TS>
