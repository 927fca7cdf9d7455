<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Account</name>
    <message>
        <source>What the keychain holds for this account is no API key. Enter the key again.</source>
        <translation>Was der Schlüsselbund für dieses Konto enthält, ist kein API-Schlüssel. Geben Sie den Schlüssel erneut ein.</translation>
    </message>
    <message>
        <source>The user name is missing.</source>
        <translation>Der Benutzername fehlt.</translation>
    </message>
    <message>
        <source>The API key is missing.</source>
        <translation>Der API-Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>%1 See %2.</source>
        <extracomment>%1 is a whole sentence, %2 the name of a variable: &quot;https_proxy&quot;</extracomment>
        <translation>%1 Siehe %2.</translation>
    </message>
</context>
<context>
    <name>AccountStore</name>
    <message>
        <source>The list of accounts could not be written to “%1”. Check the disk and the folder&apos;s permissions, then try again.</source>
        <translation>Die Liste der Konten konnte nicht nach „%1“ geschrieben werden. Prüfen Sie den Datenträger und die Rechte des Ordners und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This account has been removed.</source>
        <translation>Dieses Konto wurde entfernt.</translation>
    </message>
    <message>
        <source>Another account is called “%1”. Choose another name.</source>
        <translation>Ein anderes Konto heißt „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Another program is writing “%1”. Nothing was changed; try again.</source>
        <translation>Ein anderes Programm schreibt gerade „%1“. Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The list of accounts, “%1”, cannot be read. Check who may read it, then try again.</source>
        <translation>Die Liste der Konten, „%1“, ist nicht lesbar. Prüfen Sie, wer sie lesen darf, und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>AccountTitle</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>An account: the company&apos;s name (or what the person calls it) and the account&apos;s number</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>An account: what the person calls it, and whose it is</extracomment>
        <translation>%1 – %2</translation>
    </message>
</context>
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
        <source>The proxy refused the connection. Check the proxy settings.</source>
        <translation>Der Proxy hat die Verbindung abgelehnt. Prüfen Sie die Proxy-Einstellungen.</translation>
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
    <message>
        <source>The server&apos;s certificate was not accepted. If your company inspects TLS, add its CA file.</source>
        <translation>Das Zertifikat des Servers wurde nicht angenommen. Wenn Ihr Unternehmen TLS prüft, fügen Sie seine CA-Datei hinzu.</translation>
    </message>
    <message>
        <source>The user name or the API key was not accepted. Check both. An IBM Cloud API key goes with the user name “apikey”.</source>
        <translation>Der Benutzername oder der API-Schlüssel wurde nicht angenommen. Prüfen Sie beide. Zu einem IBM-Cloud-API-Schlüssel gehört der Benutzername „apikey“.</translation>
    </message>
    <message>
        <source>This account is not active, so the API refuses every call. Ask IBM Cloud support.</source>
        <translation>Dieses Konto ist nicht aktiv, die API lehnt deshalb jeden Aufruf ab. Fragen Sie den IBM-Cloud-Support.</translation>
    </message>
</context>
<context>
    <name>ApiWords</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>Deploy2</source>
        <translation>Bereitstellung 2</translation>
    </message>
    <message>
        <source>Macwait</source>
        <translation>Macwait</translation>
    </message>
    <message>
        <source>Reclaim</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>Spare pool</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Halted</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Powered on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Powered off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Heruntergefahren</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Rebooting</source>
        <translation>Startet neu</translation>
    </message>
    <message>
        <source>Provisioning</source>
        <translation>Wird eingerichtet</translation>
    </message>
    <message>
        <source>Reloading</source>
        <translation>Wird neu aufgesetzt</translation>
    </message>
    <message>
        <source>Migrating</source>
        <translation>Zieht um</translation>
    </message>
    <message>
        <source>Upgrading</source>
        <translation>Wird aufgerüstet</translation>
    </message>
    <message>
        <source>Resizing</source>
        <translation>Wird angepasst</translation>
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
        <source>Bare metal instance</source>
        <translation>Bare-Metal-Instanz</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>Not visible</source>
        <translation>Nicht sichtbar</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>Stündlich</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Monatlich</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Default rack</source>
        <translation>Standard-Rack</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Interconnect</source>
        <translation>Interconnect</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Primär</translation>
    </message>
    <message>
        <source>Primary 6</source>
        <translation>Primär (IPv6)</translation>
    </message>
    <message>
        <source>Additional primary</source>
        <translation>Weiteres primäres</translation>
    </message>
    <message>
        <source>Secondary on vlan</source>
        <translation>Sekundär im VLAN</translation>
    </message>
    <message>
        <source>Subnet on vlan</source>
        <translation>Subnetz im VLAN</translation>
    </message>
    <message>
        <source>Static ip routed</source>
        <translation>Statisch geroutet</translation>
    </message>
    <message>
        <source>Static ip routed 6</source>
        <translation>Statisch geroutet (IPv6)</translation>
    </message>
    <message>
        <source>Global ip</source>
        <translation>Globale IP</translation>
    </message>
    <message>
        <source>Ipsec static nat</source>
        <translation>IPsec, statisches NAT</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>User off</source>
        <translation>Vom Benutzer abgeschaltet</translation>
    </message>
    <message>
        <source>Over now</source>
        <comment>of a bandwidth pool</comment>
        <translation>Überschritten</translation>
    </message>
    <message>
        <source>Projected over</source>
        <comment>of a bandwidth pool</comment>
        <translation>Bald überschritten</translation>
    </message>
    <message>
        <source>Within</source>
        <comment>of a bandwidth pool: not over its allocation</comment>
        <translation>Eingehalten</translation>
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
    <name>BandwidthFacts</name>
    <message>
        <source>0 GB, pay as you go</source>
        <translation>0 GB, nach Verbrauch</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <extracomment>Traffic, its share of the allocation in per cent, the allocation</extracomment>
        <translation>%1 · %2 von %3</translation>
    </message>
    <message>
        <source>Public out</source>
        <translation>Öffentlich ausgehend</translation>
    </message>
    <message>
        <source>Public in</source>
        <translation>Öffentlich eingehend</translation>
    </message>
    <message>
        <source>Projected out</source>
        <translation>Erwartet ausgehend</translation>
    </message>
    <message>
        <source>Private out</source>
        <translation>Privat ausgehend</translation>
    </message>
    <message>
        <source>Private in</source>
        <translation>Privat eingehend</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>BillingFacts</name>
    <message>
        <source>No billing item: the server is cancelled, or never was billed.</source>
        <translation>Kein Kostenposten: Der Server ist gekündigt oder wurde nie abgerechnet.</translation>
    </message>
    <message>
        <source>Next invoice</source>
        <translation>Nächster Betrag</translation>
    </message>
    <message>
        <source>Recurring fee</source>
        <translation>Laufende Gebühr</translation>
    </message>
    <message>
        <source>Fee an hour</source>
        <translation>Gebühr je Stunde</translation>
    </message>
    <message>
        <source>Hours used</source>
        <translation>Genutzte Stunden</translation>
    </message>
    <message>
        <source>Charged so far</source>
        <translation>Bisher berechnet</translation>
    </message>
    <message>
        <source>Next bill</source>
        <translation>Nächste Rechnung</translation>
    </message>
    <message>
        <source>Last bill</source>
        <translation>Letzte Rechnung</translation>
    </message>
    <message>
        <source>Cycle began</source>
        <translation>Zeitraum seit</translation>
    </message>
    <message>
        <source>Billed since</source>
        <translation>Abgerechnet seit</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Kündigung</translation>
    </message>
    <message>
        <source>Billing item ID</source>
        <translation>Kostenposten-ID</translation>
    </message>
    <message>
        <source>Part without a name</source>
        <translation>Teil ohne Namen</translation>
    </message>
    <message>
        <source>The next invoice lists no parts of this server.</source>
        <translation>Die nächste Rechnung nennt keine Teile dieses Servers.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Bestellt</translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation>Bestell-ID</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
</context>
<context>
    <name>CauseTally</name>
    <message>
        <source>not reached, or the connection was lost</source>
        <translation>nicht erreicht, oder die Verbindung riss ab</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>the certificate was not accepted</source>
        <translation>das Zertifikat wurde nicht angenommen</translation>
    </message>
    <message>
        <source>the proxy refused</source>
        <translation>der Proxy hat abgelehnt</translation>
    </message>
    <message>
        <source>user name or key not accepted</source>
        <translation>Benutzername oder Schlüssel nicht angenommen</translation>
    </message>
    <message>
        <source>the account is not active</source>
        <translation>das Konto ist nicht aktiv</translation>
    </message>
    <message>
        <source>not permitted, or not there</source>
        <translation>nicht erlaubt oder nicht vorhanden</translation>
    </message>
    <message>
        <source>too many calls a second</source>
        <translation>zu viele Aufrufe in der Sekunde</translation>
    </message>
    <message>
        <source>unreadable answer</source>
        <translation>unlesbare Antwort</translation>
    </message>
    <message>
        <source>request not accepted</source>
        <translation>Anfrage nicht angenommen</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>vom Server abgelehnt</translation>
    </message>
    <message>
        <source>unexpected type in an answer</source>
        <translation>unerwarteter Typ in einer Antwort</translation>
    </message>
    <message>
        <source>other causes</source>
        <translation>andere Gründe</translation>
    </message>
</context>
<context>
    <name>CellFact</name>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>unavailable</source>
        <translation>nicht zu bekommen</translation>
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
        <translation>Betrieb</translation>
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
        <source>Whether everything asked for of this server came, and if not, why.</source>
        <translation>Ob von diesem Server alles kam, wonach gefragt wurde, und wenn nicht, warum.</translation>
    </message>
    <message>
        <source>The bandwidth pool that the device belongs to.</source>
        <translation>Der Bandbreiten-Pool, zu dem das Gerät gehört.</translation>
    </message>
    <message>
        <source>Bare metal or virtual server, bare metal instance, or controller; or what this key may not see.</source>
        <translation>Physischer oder virtueller Server, physische Instanz oder Controller; oder was dieser Schlüssel nicht sehen darf.</translation>
    </message>
    <message>
        <source>The number of the device in the API; each kind is counted apart.</source>
        <translation>Die Nummer des Geräts in der API; jede Art ist getrennt gezählt.</translation>
    </message>
    <message>
        <source>Public traffic out that the device brings into the pool each billing cycle.</source>
        <translation>Ausgehender öffentlicher Verkehr, den das Gerät je Abrechnungszeitraum in den Pool einbringt.</translation>
    </message>
    <message>
        <source>Share of pool</source>
        <translation>Anteil am Pool</translation>
    </message>
    <message>
        <source>The device&apos;s traffic out in percent of that of its pool.</source>
        <translation>Der ausgehende Verkehr des Geräts in Prozent dessen seines Pools.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Since when the device is in the pool.</source>
        <translation>Seit wann das Gerät im Pool ist.</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>Austritt</translation>
    </message>
    <message>
        <source>When the device leaves the pool; empty if it is to stay.</source>
        <translation>Wann das Gerät den Pool verlässt; leer, wenn es bleiben soll.</translation>
    </message>
    <message>
        <source>Whether everything asked for of this device came, and if not, why.</source>
        <translation>Ob von diesem Gerät alles kam, wonach gefragt wurde, und wenn nicht, warum.</translation>
    </message>
    <message>
        <source>The number of the pool in the API.</source>
        <translation>Die Nummer des Pools in der API.</translation>
    </message>
    <message>
        <source>The name that people gave the pool; it need not be unique.</source>
        <translation>Der Name, den Leute dem Pool gaben; er muss nicht eindeutig sein.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Servers of these places may be in the pool.</source>
        <translation>Server dieser Orte können im Pool sein.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>A bandwidth pool, or the default rack of the account.</source>
        <translation>Ein Bandbreiten-Pool oder das Standard-Rack des Kontos.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>How many servers and controllers share the pool, also those that this key may not see.</source>
        <translation>Wie viele Server und Controller sich den Pool teilen, auch solche, die dieser Schlüssel nicht sehen darf.</translation>
    </message>
    <message>
        <source>Bare metal</source>
        <translation>Physisch</translation>
    </message>
    <message>
        <source>How many bare metal servers share the pool.</source>
        <translation>Wie viele physische Server sich den Pool teilen.</translation>
    </message>
    <message>
        <source>Virtual</source>
        <translation>Virtuell</translation>
    </message>
    <message>
        <source>How many virtual servers share the pool.</source>
        <translation>Wie viele virtuelle Server sich den Pool teilen.</translation>
    </message>
    <message>
        <source>Bare metal instances</source>
        <translation>Physische Instanzen</translation>
    </message>
    <message>
        <source>How many bare metal instances share the pool.</source>
        <translation>Wie viele physische Instanzen sich den Pool teilen.</translation>
    </message>
    <message>
        <source>Controllers</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>How many application delivery controllers share the pool.</source>
        <translation>Wie viele Application-Delivery-Controller sich den Pool teilen.</translation>
    </message>
    <message>
        <source>Public traffic out that the members bring into the pool each billing cycle.</source>
        <translation>Ausgehender öffentlicher Verkehr, den die Mitglieder je Abrechnungszeitraum in den Pool einbringen.</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Traffic out in percent of the allocation.</source>
        <translation>Ausgehender Verkehr in Prozent des Kontingents.</translation>
    </message>
    <message>
        <source>Projected %</source>
        <translation>Erwartet %</translation>
    </message>
    <message>
        <source>The projection in percent of the allocation.</source>
        <translation>Der erwartete Verkehr in Prozent des Kontingents.</translation>
    </message>
    <message>
        <source>Whether more goes out than is allocated: now, by the end of the cycle, or not.</source>
        <translation>Ob mehr ausgeht, als das Kontingent vorsieht: jetzt, bis zum Ende des Zeitraums oder nicht.</translation>
    </message>
    <message>
        <source>What the next invoice charges for the pool, in US dollars.</source>
        <translation>Was die nächste Rechnung für den Pool berechnet, in US-Dollar.</translation>
    </message>
    <message>
        <source>When the pool was made.</source>
        <translation>Wann der Pool angelegt wurde.</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>When the pool is to be deleted; empty if it is to stay.</source>
        <translation>Wann der Pool gelöscht werden soll; leer, wenn er bleiben soll.</translation>
    </message>
    <message>
        <source>Whether everything asked for of this pool came, and if not, why.</source>
        <translation>Ob von diesem Pool alles kam, wonach gefragt wurde, und wenn nicht, warum.</translation>
    </message>
    <message>
        <source>How many bare metal servers without a public network share the pool.</source>
        <translation>Wie viele physische Server ohne öffentliches Netz sich den Pool teilen.</translation>
    </message>
    <message>
        <source>The state of a bare metal server, or of the device of a virtual one; its power where that is not told.</source>
        <translation>Der Zustand eines physischen Servers oder des Geräts eines virtuellen; wo er nicht genannt wird, ob er läuft.</translation>
    </message>
    <message>
        <source>All tags, in the order of the API.</source>
        <translation>Alle Tags in der Reihenfolge der API.</translation>
    </message>
    <message>
        <source>The number of the subnet in the API.</source>
        <translation>Die Nummer des Subnetzes in der API.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>The first address of the subnet.</source>
        <translation>Die erste Adresse des Subnetzes.</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>How many bits of an address say which subnet it is in.</source>
        <translation>Wie viele Bits einer Adresse sagen, in welchem Subnetz sie liegt.</translation>
    </message>
    <message>
        <source>IP version</source>
        <translation>IP-Version</translation>
    </message>
    <message>
        <source>4 or 6.</source>
        <translation>4 oder 6.</translation>
    </message>
    <message>
        <source>Primary, portable or static, in the words of the API.</source>
        <translation>Primär, portabel oder statisch, in den Worten der API.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Adressraum</translation>
    </message>
    <message>
        <source>Public or private, by its addresses; its VLAN need not be the same.</source>
        <translation>Öffentlich oder privat, nach seinen Adressen; sein VLAN muss nicht dasselbe sein.</translation>
    </message>
    <message>
        <source>The datacenter that the subnet is in.</source>
        <translation>Das Rechenzentrum, in dem das Subnetz liegt.</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>The pod of the datacenter that the subnet is in.</source>
        <translation>Der Pod des Rechenzentrums, in dem das Subnetz liegt.</translation>
    </message>
    <message>
        <source>VLAN</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>The VLAN that the subnet is on; empty if it is not routed.</source>
        <translation>Das VLAN, auf dem das Subnetz liegt; leer, wenn es nicht geroutet ist.</translation>
    </message>
    <message>
        <source>VLAN ID</source>
        <translation>VLAN-ID</translation>
    </message>
    <message>
        <source>The number of the VLAN in the API.</source>
        <translation>Die Nummer des VLANs in der API.</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>The address that leads out of the subnet.</source>
        <translation>Die Adresse, die aus dem Subnetz hinausführt.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>How many addresses the subnet has.</source>
        <translation>Wie viele Adressen das Subnetz hat.</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>Nutzbar</translation>
    </message>
    <message>
        <source>How many of its addresses devices can have.</source>
        <translation>Wie viele seiner Adressen Geräte haben können.</translation>
    </message>
    <message>
        <source>How many of its addresses are in use; known of primary subnets.</source>
        <translation>Wie viele seiner Adressen benutzt sind; bekannt bei primären Subnetzen.</translation>
    </message>
    <message>
        <source>Routed to</source>
        <translation>Geroutet zu</translation>
    </message>
    <message>
        <source>The address that a static subnet is routed to.</source>
        <translation>Die Adresse, zu der ein statisches Subnetz geroutet wird.</translation>
    </message>
    <message>
        <source>How many bare metal servers have their primary address in it.</source>
        <translation>Wie viele physische Server ihre primäre Adresse darin haben.</translation>
    </message>
    <message>
        <source>How many virtual servers have their primary address in it.</source>
        <translation>Wie viele virtuelle Server ihre primäre Adresse darin haben.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What people noted about the subnet.</source>
        <translation>Was zum Subnetz notiert wurde.</translation>
    </message>
    <message>
        <source>What the next invoice charges for the subnet, in US dollars; empty if it is free.</source>
        <translation>Was die nächste Rechnung für das Subnetz berechnet, in US-Dollar; leer, wenn es nichts kostet.</translation>
    </message>
    <message>
        <source>Whether everything asked for of this subnet came, and if not, why.</source>
        <translation>Ob alles kam, was zu diesem Subnetz abgefragt wurde, und wenn nicht, warum.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>The VLAN&apos;s number on its router; other pods have it, too.</source>
        <translation>Die Nummer des VLANs auf seinem Router; andere Pods haben sie auch.</translation>
    </message>
    <message>
        <source>The name that people gave the VLAN; many have none.</source>
        <translation>Der Name, den das VLAN bekam; viele haben keinen.</translation>
    </message>
    <message>
        <source>Datacenter, router and number; each VLAN has one of its own.</source>
        <translation>Rechenzentrum, Router und Nummer; jedes VLAN hat seinen eigenen.</translation>
    </message>
    <message>
        <source>Public or private; empty on VLANs of a direct link.</source>
        <translation>Öffentlich oder privat; leer bei VLANs eines Direct Link.</translation>
    </message>
    <message>
        <source>The datacenter that the VLAN is in.</source>
        <translation>Das Rechenzentrum, in dem das VLAN liegt.</translation>
    </message>
    <message>
        <source>The pod of the datacenter that the VLAN is in.</source>
        <translation>Der Pod des Rechenzentrums, in dem das VLAN liegt.</translation>
    </message>
    <message>
        <source>What the VLAN is for, in the words of the API.</source>
        <translation>Wozu das VLAN dient, in den Worten der API.</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>The router that the VLAN hangs on.</source>
        <translation>Der Router, an dem das VLAN hängt.</translation>
    </message>
    <message>
        <source>The gateway appliance that the VLAN is routed through.</source>
        <translation>Das Gateway, durch das das VLAN geroutet wird.</translation>
    </message>
    <message>
        <source>Gateway ID</source>
        <translation>Gateway-ID</translation>
    </message>
    <message>
        <source>The number of the gateway appliance in the API.</source>
        <translation>Die Nummer des Gateways in der API.</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>Firewall</translation>
    </message>
    <message>
        <source>The firewall that stands before the VLAN.</source>
        <translation>Die Firewall vor dem VLAN.</translation>
    </message>
    <message>
        <source>Firewall ID</source>
        <translation>Firewall-ID</translation>
    </message>
    <message>
        <source>The number of the firewall in the API.</source>
        <translation>Die Nummer der Firewall in der API.</translation>
    </message>
    <message>
        <source>Subnets</source>
        <translation>Subnetze</translation>
    </message>
    <message>
        <source>How many subnets are on the VLAN.</source>
        <translation>Wie viele Subnetze auf dem VLAN liegen.</translation>
    </message>
    <message>
        <source>How many bare metal servers have an interface on it.</source>
        <translation>Wie viele physische Server eine Schnittstelle darin haben.</translation>
    </message>
    <message>
        <source>How many virtual servers have an interface on it.</source>
        <translation>Wie viele virtuelle Server eine Schnittstelle darin haben.</translation>
    </message>
    <message>
        <source>Trunks</source>
        <translation>Trunks</translation>
    </message>
    <message>
        <source>How many ports carry the VLAN as a trunk, as far as this key may see their servers.</source>
        <translation>Wie viele Ports das VLAN als Trunk führen, soweit dieser Schlüssel ihre Server sehen darf.</translation>
    </message>
    <message>
        <source>What the next invoice charges for the VLAN, in US dollars; empty if it is free.</source>
        <translation>Was die nächste Rechnung für das VLAN berechnet, in US-Dollar; leer, wenn es nichts kostet.</translation>
    </message>
    <message>
        <source>Whether everything asked for of this VLAN came, and if not, why.</source>
        <translation>Ob alles kam, was zu diesem VLAN abgefragt wurde, und wenn nicht, warum.</translation>
    </message>
    <message>
        <source>VLAN IDs</source>
        <translation>VLAN-IDs</translation>
    </message>
    <message>
        <source>The numbers of all its VLANs in the API.</source>
        <translation>Die Nummern aller seiner VLANs in der API.</translation>
    </message>
    <message>
        <source>Routed to bare metal</source>
        <translation>Geroutet zu Bare Metal</translation>
    </message>
    <message>
        <source>The bare metal server that has the address it is routed to.</source>
        <translation>Der Bare-Metal-Server mit der Adresse, zu der das Subnetz geroutet wird.</translation>
    </message>
    <message>
        <source>Bare metal ID</source>
        <translation>Bare-Metal-ID</translation>
    </message>
    <message>
        <source>The number in the API of the bare metal server that it is routed to.</source>
        <translation>Die Nummer des Bare-Metal-Servers in der API, zu dem das Subnetz geroutet wird.</translation>
    </message>
    <message>
        <source>Routed to virtual</source>
        <translation>Geroutet zu virtuell</translation>
    </message>
    <message>
        <source>The virtual server that has the address it is routed to.</source>
        <translation>Der virtuelle Server mit der Adresse, zu der das Subnetz geroutet wird.</translation>
    </message>
    <message>
        <source>Virtual ID</source>
        <translation>ID des virtuellen</translation>
    </message>
    <message>
        <source>The number in the API of the virtual server that it is routed to.</source>
        <translation>Die Nummer des virtuellen Servers in der API, zu dem das Subnetz geroutet wird.</translation>
    </message>
    <message>
        <source>The number of the SSH key in the API.</source>
        <translation>Die Nummer des SSH-Schlüssels in der API.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>The name that people gave the SSH key.</source>
        <translation>Der Name, den der SSH-Schlüssel bekommen hat.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>What ssh-keygen shows for the same key; two labels may have one.</source>
        <translation>Was ssh-keygen für denselben Schlüssel zeigt; zwei Bezeichnungen können denselben haben.</translation>
    </message>
    <message>
        <source>What people noted about the SSH key.</source>
        <translation>Was zum SSH-Schlüssel notiert wurde.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>How many image templates carry the SSH key.</source>
        <translation>Wie viele Image-Vorlagen den SSH-Schlüssel enthalten.</translation>
    </message>
    <message>
        <source>When the SSH key was added to the account.</source>
        <translation>Wann der SSH-Schlüssel zum Konto hinzugefügt wurde.</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>When its label or notes were last changed.</source>
        <translation>Wann seine Bezeichnung oder Notizen zuletzt geändert wurden.</translation>
    </message>
    <message>
        <source>Whether everything asked for of this SSH key came, and if not, why.</source>
        <translation>Ob alles kam, was zu diesem SSH-Schlüssel angefragt wurde, und wenn nicht, warum.</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>Over by GB</source>
        <translation>Überschreitung GB</translation>
    </message>
    <message>
        <source>How much more is expected to go out by the end of the billing cycle than is allocated; empty if it is not more.</source>
        <translation>Wie viel mehr bis zum Ende des Abrechnungszeitraums voraussichtlich hinausgeht, als zugeteilt ist; leer, wenn es nicht mehr ist.</translation>
    </message>
    <message>
        <source>The primary address of a member on the public network.</source>
        <translation>Die primäre Adresse eines Mitglieds im öffentlichen Netz.</translation>
    </message>
    <message>
        <source>Hardware and system</source>
        <translation>Hardware und System</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Datenverkehr</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Its number in the API.</source>
        <translation>Die Nummer in der API.</translation>
    </message>
    <message>
        <source>When it was created.</source>
        <translation>Wann es angelegt wurde.</translation>
    </message>
    <message>
        <source>When it was last changed.</source>
        <translation>Wann es zuletzt geändert wurde.</translation>
    </message>
    <message>
        <source>The datacenter that it is in.</source>
        <translation>Das Rechenzentrum, in dem es ist.</translation>
    </message>
    <message>
        <source>What the next invoice charges for it and its parts, in US dollars; empty if it is free or a part of something else.</source>
        <translation>Was die nächste Rechnung dafür und für alle Teile berechnet, in US-Dollar; leer, wenn es nichts kostet oder Teil von etwas anderem ist.</translation>
    </message>
    <message>
        <source>The user who ordered it.</source>
        <translation>Der Benutzer, der es bestellt hat.</translation>
    </message>
    <message>
        <source>What people noted about it.</source>
        <translation>Was jemand dazu notiert hat.</translation>
    </message>
    <message>
        <source>Billing item ID</source>
        <translation>Kostenposten-ID</translation>
    </message>
    <message>
        <source>The number of the billing item that it is charged by.</source>
        <translation>Die Nummer des Kostenpostens, über den es berechnet wird.</translation>
    </message>
    <message>
        <source>Whether everything asked for of it came, and if not, why.</source>
        <translation>Ob alles Angefragte davon gekommen ist, und wenn nicht, warum.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What is billed, as an invoice has it.</source>
        <translation>Was abgerechnet wird, wie es in einer Rechnung steht.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>What sort of thing it is, in the words of the API.</source>
        <translation>Was für eine Art von Posten es ist, in den Worten der API.</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>The server that it is billed for; empty if it is for none.</source>
        <translation>Der Server, für den es berechnet wird; leer, wenn es für keinen ist.</translation>
    </message>
    <message>
        <source>The domain of that server.</source>
        <translation>Die Domain dieses Servers.</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>The datacenter that it is billed in.</source>
        <translation>Das Rechenzentrum, in dem es berechnet wird.</translation>
    </message>
    <message>
        <source>What the next invoice charges for it and its parts, in US dollars.</source>
        <translation>Was die nächste Rechnung dafür und für alle Teile berechnet, in US-Dollar.</translation>
    </message>
    <message>
        <source>Own $/month</source>
        <translation>Eigene $/Monat</translation>
    </message>
    <message>
        <source>What it costs a month without its parts, in US dollars.</source>
        <translation>Was es ohne seine Teile im Monat kostet, in US-Dollar.</translation>
    </message>
    <message>
        <source>$/hour</source>
        <translation>$/Stunde</translation>
    </message>
    <message>
        <source>What it costs an hour, in US dollars; empty if it is billed by month.</source>
        <translation>Was es in der Stunde kostet, in US-Dollar; leer, wenn es monatlich berechnet wird.</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>Stündlich</translation>
    </message>
    <message>
        <source>Whether it is billed by the hour.</source>
        <translation>Ob es nach Stunden berechnet wird.</translation>
    </message>
    <message>
        <source>$ so far</source>
        <translation>$ bisher</translation>
    </message>
    <message>
        <source>What its hours of this billing cycle cost so far, in US dollars.</source>
        <translation>Was seine Stunden in diesem Abrechnungszeitraum bisher kosten, in US-Dollar.</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>How many hours of this billing cycle it was used.</source>
        <translation>Wie viele Stunden es in diesem Abrechnungszeitraum lief.</translation>
    </message>
    <message>
        <source>One-time $</source>
        <translation>Einmalig $</translation>
    </message>
    <message>
        <source>What the next invoice charges for it once, in US dollars.</source>
        <translation>Was die nächste Rechnung dafür einmalig berechnet, in US-Dollar.</translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation>Bestellungs-ID</translation>
    </message>
    <message>
        <source>The number of the order that it came by; empty if it came by none.</source>
        <translation>Die Nummer der Bestellung, mit der es kam; leer, wenn es mit keiner kam.</translation>
    </message>
    <message>
        <source>When it is billed next.</source>
        <translation>Wann es das nächste Mal berechnet wird.</translation>
    </message>
    <message>
        <source>When it ends; empty if nobody cancelled it.</source>
        <translation>Wann es endet; leer, wenn niemand es gekündigt hat.</translation>
    </message>
    <message>
        <source>Being cancelled</source>
        <translation>In Kündigung</translation>
    </message>
    <message>
        <source>Whether a cancellation of it is on its way.</source>
        <translation>Ob eine Kündigung dafür läuft.</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>The package that it was ordered from.</source>
        <translation>Das Paket, aus dem es bestellt wurde.</translation>
    </message>
    <message>
        <source>Cycle start</source>
        <translation>Zeitraum seit</translation>
    </message>
    <message>
        <source>When its present billing cycle began.</source>
        <translation>Wann sein laufender Abrechnungszeitraum begann.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>The address that servers reach it at.</source>
        <translation>Die Adresse, unter der Server es erreichen.</translation>
    </message>
    <message>
        <source>LUN</source>
        <translation>LUN</translation>
    </message>
    <message>
        <source>Its number at that address.</source>
        <translation>Seine Nummer unter dieser Adresse.</translation>
    </message>
    <message>
        <source>The operating system that it was made for.</source>
        <translation>Das Betriebssystem, für das es angelegt wurde.</translation>
    </message>
    <message>
        <source>The host that servers reach it at.</source>
        <translation>Der Host, unter dem Server es erreichen.</translation>
    </message>
    <message>
        <source>Mount point</source>
        <translation>Einhängepunkt</translation>
    </message>
    <message>
        <source>What a server mounts.</source>
        <translation>Was ein Server einhängt.</translation>
    </message>
    <message>
        <source>How much of it is used.</source>
        <translation>Wie viel davon belegt ist.</translation>
    </message>
    <message>
        <source>The name that people gave the image.</source>
        <translation>Der Name, den jemand dem Image gab.</translation>
    </message>
    <message>
        <source>What sort of image it is, in the words of the API.</source>
        <translation>Was für ein Image es ist, in den Worten der API.</translation>
    </message>
    <message>
        <source>Whether it may be used, in the words of the API.</source>
        <translation>Ob es benutzt werden darf, in den Worten der API.</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Whether everybody may use it.</source>
        <translation>Ob jeder es benutzen darf.</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>Konto-ID</translation>
    </message>
    <message>
        <source>The account that it belongs to; another one than this shares it.</source>
        <translation>Das Konto, dem es gehört; ein anderes als dieses teilt es.</translation>
    </message>
    <message>
        <source>The identifier that it is ordered by.</source>
        <translation>Die Kennung, mit der es bestellt wird.</translation>
    </message>
    <message>
        <source>Datacenters</source>
        <translation>Rechenzentren</translation>
    </message>
    <message>
        <source>The datacenters that have a copy of it.</source>
        <translation>Die Rechenzentren, die eine Kopie davon haben.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>How much a copy of it takes.</source>
        <translation>Wie viel eine Kopie davon belegt.</translation>
    </message>
    <message>
        <source>The operating system and other software on its disks.</source>
        <translation>Das Betriebssystem und andere Software auf seinen Platten.</translation>
    </message>
    <message>
        <source>Flex</source>
        <translation>Flex</translation>
    </message>
    <message>
        <source>Whether it is a flex image.</source>
        <translation>Ob es ein Flex-Image ist.</translation>
    </message>
    <message>
        <source>Own licence</source>
        <translation>Eigene Lizenz</translation>
    </message>
    <message>
        <source>Whether its licence is the account&apos;s own.</source>
        <translation>Ob die Lizenz die des Kontos selbst ist.</translation>
    </message>
    <message>
        <source>Next generation</source>
        <translation>Nächste Generation</translation>
    </message>
    <message>
        <source>Whether it is marked as one of the next generation.</source>
        <translation>Ob es als eines der nächsten Generation markiert ist.</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Geteilt mit</translation>
    </message>
    <message>
        <source>How many accounts may use it.</source>
        <translation>Wie viele Konten es benutzen dürfen.</translation>
    </message>
    <message>
        <source>Parent ID</source>
        <translation>Eltern-ID</translation>
    </message>
    <message>
        <source>The number of the image that it is a copy of.</source>
        <translation>Die Nummer des Images, von dem es eine Kopie ist.</translation>
    </message>
    <message>
        <source>What is being done to it; empty if nothing is.</source>
        <translation>Was gerade damit geschieht; leer, wenn nichts.</translation>
    </message>
    <message>
        <source>SSH keys</source>
        <translation>SSH-Schlüssel</translation>
    </message>
    <message>
        <source>How many SSH keys it carries.</source>
        <translation>Wie viele SSH-Schlüssel es trägt.</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>The number of the invoice, which it is called by.</source>
        <translation>Die Nummer der Rechnung, nach der sie heißt.</translation>
    </message>
    <message>
        <source>Whether it is that of a month, of an order or a credit, in the words of the API.</source>
        <translation>Ob sie die eines Monats, einer Bestellung oder eine Gutschrift ist, in den Worten der API.</translation>
    </message>
    <message>
        <source>Whether it is still open, in the words of the API.</source>
        <translation>Ob sie noch offen ist, in den Worten der API.</translation>
    </message>
    <message>
        <source>Total $</source>
        <translation>Gesamt $</translation>
    </message>
    <message>
        <source>What it comes to with taxes, in US dollars.</source>
        <translation>Wie viel es mit Steuern ist, in US-Dollar.</translation>
    </message>
    <message>
        <source>Before tax $</source>
        <translation>Vor Steuern $</translation>
    </message>
    <message>
        <source>What it comes to without taxes, in US dollars.</source>
        <translation>Wie viel es ohne Steuern ist, in US-Dollar.</translation>
    </message>
    <message>
        <source>Recurring $</source>
        <translation>Laufend $</translation>
    </message>
    <message>
        <source>What of it comes every month, in US dollars.</source>
        <translation>Was davon jeden Monat kommt, in US-Dollar.</translation>
    </message>
    <message>
        <source>Recurring tax $</source>
        <translation>Laufende Steuer $</translation>
    </message>
    <message>
        <source>The taxes on what comes every month, in US dollars.</source>
        <translation>Die Steuern auf das, was jeden Monat kommt, in US-Dollar.</translation>
    </message>
    <message>
        <source>What of it comes once, in US dollars.</source>
        <translation>Was davon einmalig ist, in US-Dollar.</translation>
    </message>
    <message>
        <source>One-time tax $</source>
        <translation>Einmalige Steuer $</translation>
    </message>
    <message>
        <source>The taxes on what comes once, in US dollars.</source>
        <translation>Die Steuern auf das Einmalige, in US-Dollar.</translation>
    </message>
    <message>
        <source>Paid $</source>
        <translation>Bezahlt $</translation>
    </message>
    <message>
        <source>What was paid of it, in US dollars.</source>
        <translation>Was davon bezahlt wurde, in US-Dollar.</translation>
    </message>
    <message>
        <source>Balance before $</source>
        <translation>Saldo davor $</translation>
    </message>
    <message>
        <source>The balance of the account before it, in US dollars.</source>
        <translation>Der Saldo des Kontos davor, in US-Dollar.</translation>
    </message>
    <message>
        <source>Balance after $</source>
        <translation>Saldo danach $</translation>
    </message>
    <message>
        <source>The balance of the account after it, in US dollars.</source>
        <translation>Der Saldo des Kontos danach, in US-Dollar.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>How many items it has, with the parts of each.</source>
        <translation>Wie viele Posten sie hat, mit den Teilen jedes Postens.</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Dinge</translation>
    </message>
    <message>
        <source>How many things it bills, without the parts of each.</source>
        <translation>Wie viele Dinge sie berechnet, ohne deren Teile.</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>The number of the account&apos;s own order that it belongs to.</source>
        <translation>Die Nummer der eigenen Bestellung des Kontos, zu der sie gehört.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>When it was closed; empty if it is open.</source>
        <translation>Wann sie abgeschlossen wurde; leer, wenn sie offen ist.</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>How many users of operating systems have the SSH key.</source>
        <translation>Wie viele Benutzer von Betriebssystemen den SSH-Schlüssel haben.</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>How it is routed, in the words of the API.</source>
        <translation>Wie es geroutet wird, in den Worten der API.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>What it is for, in the words of the API.</source>
        <translation>Wofür es da ist, in den Worten der API.</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Broadcast</translation>
    </message>
    <message>
        <source>Its broadcast address; empty if it has none.</source>
        <translation>Seine Broadcast-Adresse; leer, wenn es keine hat.</translation>
    </message>
    <message>
        <source>Netmask</source>
        <translation>Netzmaske</translation>
    </message>
    <message>
        <source>Its size as a mask; IPv6 has none.</source>
        <translation>Seine Größe als Maske; IPv6 hat keine.</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>Whether the account brought it.</source>
        <translation>Ob das Konto es mitgebracht hat.</translation>
    </message>
    <message>
        <source>The tag itself.</source>
        <translation>Das Tag selbst.</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>How often it was put on something, which may be gone by now.</source>
        <translation>Wie oft es an etwas gehängt wurde, das inzwischen weg sein kann.</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Whether the API made it for itself: 0 if it did not.</source>
        <translation>Ob die API es für sich selbst angelegt hat: 0, wenn nicht.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>The number of the case, by which people know it.</source>
        <translation>Die Nummer des Falls, unter der man ihn kennt.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What the ticket is about, as it was written.</source>
        <translation>Worum es in dem Ticket geht, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Who works on it on the other side.</source>
        <translation>Wer auf der anderen Seite daran arbeitet.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>What sort of ticket it is.</source>
        <translation>Was für ein Ticket es ist.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>How urgent it is: 1 is the most, 4 the least; 0 says nothing.</source>
        <translation>Wie dringend es ist: 1 am meisten, 4 am wenigsten; 0 sagt nichts.</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>The user of the account whose ticket it is.</source>
        <translation>Der Benutzer des Kontos, dessen Ticket es ist.</translation>
    </message>
    <message>
        <source>Last edit</source>
        <translation>Zuletzt bearbeitet</translation>
    </message>
    <message>
        <source>When somebody last wrote in it; empty if nobody did.</source>
        <translation>Wann zuletzt jemand darin schrieb; leer, wenn niemand.</translation>
    </message>
    <message>
        <source>Last edit by</source>
        <translation>Zuletzt bearbeitet von</translation>
    </message>
    <message>
        <source>Who wrote last, in the words of the API.</source>
        <translation>Wer zuletzt schrieb, in den Worten der API.</translation>
    </message>
    <message>
        <source>Last response</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>When it was last answered.</source>
        <translation>Wann zuletzt darauf geantwortet wurde.</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>How often somebody wrote in it.</source>
        <translation>Wie oft jemand darin geschrieben hat.</translation>
    </message>
    <message>
        <source>Waits for us</source>
        <translation>Wartet auf uns</translation>
    </message>
    <message>
        <source>Whether it waits for an answer of the account.</source>
        <translation>Ob es auf eine Antwort des Kontos wartet.</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Whether something in it is new.</source>
        <translation>Ob etwas darin neu ist.</translation>
    </message>
    <message>
        <source>How many bare metal servers it is about.</source>
        <translation>Um wie viele Bare-Metal-Server es geht.</translation>
    </message>
    <message>
        <source>How many virtual servers it is about.</source>
        <translation>Um wie viele virtuelle Server es geht.</translation>
    </message>
    <message>
        <source>Dedicated hosts</source>
        <translation>Dedizierte Hosts</translation>
    </message>
    <message>
        <source>How many dedicated hosts it is about.</source>
        <translation>Um wie viele dedizierte Hosts es geht.</translation>
    </message>
    <message>
        <source>Billable</source>
        <translation>Kostenpflichtig</translation>
    </message>
    <message>
        <source>Whether the work on it is charged.</source>
        <translation>Ob die Arbeit daran berechnet wird.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>How many files are attached to it.</source>
        <translation>Wie viele Dateien daran hängen.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>What the user logs in as.</source>
        <translation>Womit der Benutzer sich anmeldet.</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>What the user is called where others see it.</source>
        <translation>Wie der Benutzer heißt, wo andere es sehen.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>The first name of the user.</source>
        <translation>Der Vorname des Benutzers.</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>The last name of the user.</source>
        <translation>Der Nachname des Benutzers.</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Where the user gets mail.</source>
        <translation>Wohin der Benutzer Mails bekommt.</translation>
    </message>
    <message>
        <source>Whether the user may log in, in the words of the API.</source>
        <translation>Ob der Benutzer sich anmelden darf, in den Worten der API.</translation>
    </message>
    <message>
        <source>Master</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Whether the account belongs to the user, who may do everything.</source>
        <translation>Ob das Konto dem Benutzer gehört, der alles darf.</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>The user who made this one.</source>
        <translation>Der Benutzer, der diesen angelegt hat.</translation>
    </message>
    <message>
        <source>VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>Whether the user may come in through the VPN.</source>
        <translation>Ob der Benutzer über das VPN hereindarf.</translation>
    </message>
    <message>
        <source>Second factors</source>
        <translation>Zweite Faktoren</translation>
    </message>
    <message>
        <source>How many second factors the user has; with 0 none is asked for.</source>
        <translation>Wie viele zweite Faktoren der Benutzer hat; bei 0 wird keiner verlangt.</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>How many classic API keys the user has.</source>
        <translation>Wie viele klassische API-Schlüssel der Benutzer hat.</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>How many permissions the user has.</source>
        <translation>Wie viele Rechte der Benutzer hat.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>The roles that the user has.</source>
        <translation>Die Rollen, die der Benutzer hat.</translation>
    </message>
    <message>
        <source>How many bare metal servers the user may see; says nothing of who may see all.</source>
        <translation>Wie viele Bare-Metal-Server der Benutzer sehen darf; sagt nichts über den, der alle sehen darf.</translation>
    </message>
    <message>
        <source>How many virtual servers the user may see; says nothing of who may see all.</source>
        <translation>Wie viele virtuelle Server der Benutzer sehen darf; sagt nichts über den, der alle sehen darf.</translation>
    </message>
    <message>
        <source>IAM ID</source>
        <translation>IAM-ID</translation>
    </message>
    <message>
        <source>What IBM Cloud knows the user by; empty if it does not.</source>
        <translation>Wie IBM Cloud den Benutzer kennt; leer, wenn es ihn nicht kennt.</translation>
    </message>
    <message>
        <source>IBMid</source>
        <translation>IBMid</translation>
    </message>
    <message>
        <source>Whether the user logs in with an IBMid.</source>
        <translation>Ob der Benutzer sich mit einer IBMid anmeldet.</translation>
    </message>
    <message>
        <source>State since</source>
        <translation>Status seit</translation>
    </message>
    <message>
        <source>Since when the state is what it is.</source>
        <translation>Seit wann der Status so ist.</translation>
    </message>
    <message>
        <source>All bare metal</source>
        <translation>Alle Bare-Metal</translation>
    </message>
    <message>
        <source>Whether the user may see all bare metal servers.</source>
        <translation>Ob der Benutzer alle Bare-Metal-Server sehen darf.</translation>
    </message>
    <message>
        <source>All virtual</source>
        <translation>Alle virtuellen</translation>
    </message>
    <message>
        <source>Whether the user may see all virtual servers.</source>
        <translation>Ob der Benutzer alle virtuellen Server sehen darf.</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>How often the user logged in.</source>
        <translation>Wie oft der Benutzer sich angemeldet hat.</translation>
    </message>
    <message>
        <source>Failed logins</source>
        <translation>Fehlgeschlagene Anmeldungen</translation>
    </message>
    <message>
        <source>How often somebody failed to log in as the user.</source>
        <translation>Wie oft eine Anmeldung als dieser Benutzer fehlschlug.</translation>
    </message>
    <message>
        <source>Primary addresses</source>
        <translation>Primäre Adressen</translation>
    </message>
    <message>
        <source>How many addresses its primary subnets have.</source>
        <translation>Wie viele Adressen seine primären Subnetze haben.</translation>
    </message>
    <message>
        <source>The user name of the volume, which it is called by.</source>
        <translation>Der Benutzername des Volumes, nach dem es heißt.</translation>
    </message>
    <message>
        <source>How it is sold, in the words of the API; empty on volumes of an older sort.</source>
        <translation>Wie es verkauft wird, in den Worten der API; leer bei Volumes älterer Art.</translation>
    </message>
    <message>
        <source>Capacity GB</source>
        <translation>Kapazität GB</translation>
    </message>
    <message>
        <source>How much it holds.</source>
        <translation>Wie viel es fasst.</translation>
    </message>
    <message>
        <source>IOPS</source>
        <translation>IOPS</translation>
    </message>
    <message>
        <source>Operations a second that it is sold with; empty if it has a tier instead.</source>
        <translation>Operationen pro Sekunde, mit denen es verkauft wird; leer, wenn es stattdessen eine Stufe hat.</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>How fast it is sold to be, in the words of the API; empty if it has IOPS instead.</source>
        <translation>Wie schnell es laut Vertrag ist, in den Worten der API; leer, wenn es stattdessen IOPS hat.</translation>
    </message>
    <message>
        <source>Snapshot space GB</source>
        <translation>Snapshot-Platz GB</translation>
    </message>
    <message>
        <source>Space set aside for its snapshots; empty if there is none.</source>
        <translation>Platz, der für seine Snapshots bereitsteht; leer, wenn es keinen gibt.</translation>
    </message>
    <message>
        <source>Snapshots use</source>
        <translation>Snapshots belegen</translation>
    </message>
    <message>
        <source>How much its snapshots take.</source>
        <translation>Wie viel seine Snapshots belegen.</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>How many volumes it is copied to, or is a copy of; each is a row.</source>
        <translation>Auf wie viele Volumes es kopiert wird oder von wie vielen es eine Kopie ist; jedes ist eine Zeile.</translation>
    </message>
    <message>
        <source>How many bare metal servers may mount it.</source>
        <translation>Wie viele Bare-Metal-Server es einhängen dürfen.</translation>
    </message>
    <message>
        <source>How many virtual servers may mount it.</source>
        <translation>Wie viele virtuelle Server es einhängen dürfen.</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Whether what it holds is encrypted where it lies.</source>
        <translation>Ob sein Inhalt dort verschlüsselt ist, wo er liegt.</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>How many snapshots it has.</source>
        <translation>Wie viele Snapshots es hat.</translation>
    </message>
    <message>
        <source>How many subnets may mount it; block storage takes none.</source>
        <translation>Wie viele Subnetze es einhängen dürfen; Blockspeicher nimmt keine.</translation>
    </message>
    <message>
        <source>How many single IP addresses may mount it.</source>
        <translation>Wie viele einzelne IP-Adressen es einhängen dürfen.</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>How many things are being done to it.</source>
        <translation>Wie viele Vorgänge gerade daran laufen.</translation>
    </message>
    <message>
        <source>Bare metal hosts</source>
        <translation>Bare-Metal-Hosts</translation>
    </message>
    <message>
        <source>The bare metal servers that may mount it.</source>
        <translation>Die Bare-Metal-Server, die es einhängen dürfen.</translation>
    </message>
    <message>
        <source>Virtual hosts</source>
        <translation>Virtuelle Hosts</translation>
    </message>
    <message>
        <source>The virtual servers that may mount it.</source>
        <translation>Die virtuellen Server, die es einhängen dürfen.</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>What the API says of how its copying goes.</source>
        <translation>Was die API dazu sagt, wie das Kopieren läuft.</translation>
    </message>
    <message>
        <source>Copied from</source>
        <translation>Kopiert von</translation>
    </message>
    <message>
        <source>The volume that it was made from as a copy.</source>
        <translation>Das Volume, von dem es eine Kopie ist.</translation>
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
        <source>--demo-latency belongs to --demo; there is no demo account without it.</source>
        <translation>--demo-latency gehört zu --demo; ohne das gibt es kein Demokonto.</translation>
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
        <source>--sort takes a column, with :desc for the largest first, such as --sort out_public_gb:desc, not &quot;%1&quot;. &apos;layerscope columns %2&apos; lists the columns.</source>
        <translation>--sort nimmt eine Spalte, mit :desc für das Größte zuerst, etwa --sort out_public_gb:desc, nicht &quot;%1&quot;. &apos;layerscope columns %2&apos; nennt die Spalten.</translation>
    </message>
    <message>
        <source>export all writes tables with different columns: --columns takes only all there. Name columns in an export of one kind.</source>
        <translation>export all schreibt Tabellen mit verschiedenen Spalten: --columns nimmt dabei nur all. Nennen Sie Spalten beim Export einer einzelnen Art.</translation>
    </message>
    <message>
        <source>export all writes tables with different columns: --%1 means nothing to it. Use it in an export of one kind.</source>
        <translation>export all schreibt Tabellen mit verschiedenen Spalten: --%1 bedeutet dabei nichts. Benutzen Sie es beim Export einer einzelnen Art.</translation>
    </message>
    <message>
        <source>export all writes several files and needs a folder: --output FOLDER.</source>
        <translation>export all schreibt mehrere Dateien und braucht einen Ordner: --output ORDNER.</translation>
    </message>
    <message>
        <source>--account takes the name of an account as the window lists it.</source>
        <translation>--account nimmt den Namen eines Kontos, wie das Fenster ihn nennt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not written in UTF-8. Give the file or the word another name.</source>
        <translation>„%1“ ist nicht in UTF-8 geschrieben. Geben Sie der Datei oder dem Wort einen anderen Namen.</translation>
    </message>
    <message>
        <source>&apos;layerscope columns %1&apos; lists the columns.</source>
        <translation>&apos;layerscope columns %1&apos; nennt die Spalten.</translation>
    </message>
    <message>
        <source>--%1 is there twice. Give it once.</source>
        <translation>--%1 steht zweimal da. Geben Sie es einmal an.</translation>
    </message>
    <message>
        <source>--%1 needs a value before &quot;%2&quot;.</source>
        <translation>--%1 braucht vor &quot;%2&quot; einen Wert.</translation>
    </message>
    <message>
        <source>Layerscope: the window onto a SoftLayer (IBM Cloud Classic) account. It only reads.

layerscope                     the window
layerscope --demo[=SIZE]       the window on the demo account: small (60 servers), medium (2 500),
                               large (20 000) or a number
layerscope --account NAME      the window on an account that you connected

layerscope export KIND         a table of the account as a file; KIND:
                               %1
    --output FILE              where to; - is standard output (default)
    --columns a,b,c            these columns, in this order; all: every one
    --filter WORDS             rows with all of these words, as in the window: &quot;dc:dal10 ram&gt;64gb web&quot;; with
                               or between them either side
    --sort KEY[:desc]          by this column (the name)
    --format csv|xlsx|json|jsonl
                               csv (default); xlsx: a workbook; json: one object; jsonl: a line a row
    --preset plain|excel       of CSV: plain, for programs (default); excel opens right in a spreadsheet
    --guard-formulas           an &apos; before text that a spreadsheet would take for a formula; excel does so
                               anyway
    --quiet                    no progress on standard error
    --account NAME             an account that you connected in the window
    --demo[=SIZE]              the demo account instead of yours

layerscope export all --output FOLDER
                               all of it from one load:
                               %2;
                               the folder is made if only it itself is missing. With --columns all every
                               column
layerscope export all --format xlsx --output FILE
                               the same as one workbook, a sheet for each table; as json or jsonl one
                               file, too, or standard output

layerscope columns KIND        the columns: keys, titles, units and where the API has them

    --demo-latency MS          how slow the demo account answers (60 in the window, else 0)
    --most-calls N             calls at the same time at the most (30)
    --most-starts N            calls started a second at the most (45; the API refuses more than 50)
    --help, --version

Without --account or --demo the account comes from SL_USERNAME, SL_API_KEY and SL_ENDPOINT_URL, else
from ~/.softlayer.
Exit code: 0 complete, 3 written but something is missing (standard error says what),
1 nothing written, 2 wrong usage.
</source>
        <translation>Layerscope: das Fenster auf ein SoftLayer-Konto (IBM Cloud Classic). Es liest nur.

layerscope                     das Fenster
layerscope --demo[=GRÖSSE]     das Fenster auf das Demokonto: small (60 Server), medium (2 500),
                               large (20 000) oder eine Zahl
layerscope --account NAME      das Fenster auf ein Konto, das Sie verbunden haben

layerscope export ART          eine Tabelle des Kontos als Datei; ART:
                               %1
    --output DATEI             wohin; - ist die Standardausgabe (Vorgabe)
    --columns a,b,c            diese Spalten in dieser Reihenfolge; all: alle
    --filter WÖRTER            Zeilen mit allen diesen Wörtern, wie im Fenster: &quot;dc:dal10 ram&gt;64gb web&quot;;
                               mit or dazwischen eine der Seiten
    --sort SPALTE[:desc]       nach dieser Spalte (dem Namen)
    --format csv|xlsx|json|jsonl
                               csv (Vorgabe); xlsx: eine Arbeitsmappe; json: ein Objekt;
                               jsonl: eine Zeile je Datensatz
    --preset plain|excel       von CSV: plain, für Programme (Vorgabe); excel öffnet sich in Excel richtig
    --guard-formulas           ein &apos; vor Text, den eine Tabellenkalkulation für eine Formel hielte; excel tut
                               das ohnehin
    --quiet                    kein Fortschritt auf der Standardfehlerausgabe
    --account NAME             ein Konto, das Sie im Fenster verbunden haben
    --demo[=GRÖSSE]            das Demokonto statt Ihres eigenen

layerscope export all --output ORDNER
                               alles davon aus einem Ladevorgang:
                               %2;
                               der Ordner wird angelegt, wenn nur er selbst fehlt. Mit --columns all
                               jede Spalte
layerscope export all --format xlsx --output DATEI
                               dasselbe als eine Arbeitsmappe, ein Blatt je Tabelle; auch als json oder
                               jsonl eine Datei, oder die Standardausgabe

layerscope columns ART         die Spalten: Schlüssel, Titel, Einheiten und wo die API sie hat

    --demo-latency MS          wie langsam das Demokonto antwortet (60 im Fenster, sonst 0)
    --most-calls N             höchstens so viele Aufrufe zugleich (30)
    --most-starts N            höchstens so viele neue Aufrufe in der Sekunde (45; die API lehnt mehr als 50 ab)
    --help, --version

Ohne --account oder --demo kommt das Konto aus SL_USERNAME, SL_API_KEY und SL_ENDPOINT_URL, sonst aus
~/.softlayer.
Rückgabewert: 0 vollständig, 3 geschrieben, aber etwas fehlt (die Standardfehlerausgabe sagt, was),
1 nichts geschrieben, 2 falsche Benutzung.
</translation>
    </message>
    <message>
        <source>This build of Layerscope writes no workbooks (xlsx).</source>
        <translation>Diese Fassung von Layerscope schreibt keine Arbeitsmappen (xlsx).</translation>
    </message>
    <message>
        <source>--format takes %1, not &quot;%2&quot;.</source>
        <translation>--format nimmt %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>--%1 is for CSV; it means nothing to --format %2.</source>
        <translation>--%1 ist für CSV; mit --format %2 bedeutet es nichts.</translation>
    </message>
</context>
<context>
    <name>CompanyCa</name>
    <message>
        <source>The CA file “%1” could not be read. Choose it again, or go on without one.</source>
        <translation>Die CA-Datei „%1“ konnte nicht gelesen werden. Wählen Sie sie erneut, oder fahren Sie ohne fort.</translation>
    </message>
    <message>
        <source>“%1” holds no certificate. A CA file begins with -----BEGIN CERTIFICATE-----.</source>
        <translation>„%1“ enthält kein Zertifikat. Eine CA-Datei beginnt mit -----BEGIN CERTIFICATE-----.</translation>
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
    <name>ConnectionCheck</name>
    <message>
        <source>the permission to view billing</source>
        <translation>die Berechtigung, die Abrechnung einzusehen</translation>
    </message>
    <message>
        <source>the permission %1</source>
        <translation>die Berechtigung %1</translation>
    </message>
    <message>
        <source>Bare metal servers</source>
        <translation>Bare-Metal-Server</translation>
    </message>
    <message>
        <source>Virtual servers</source>
        <translation>Virtuelle Server</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>- %1: %2</source>
        <extracomment>A line of a list in a letter: &quot;- Bare metal servers: the permission HARDWARE_VIEW&quot;</extracomment>
        <translation>- %1: %2</translation>
    </message>
    <message>
        <source>my user</source>
        <translation>meinem Benutzer</translation>
    </message>
    <message>
        <source>the user %1</source>
        <translation>dem Benutzer %1</translation>
    </message>
    <message>
        <source>Please give %2 in the SoftLayer account %1 these permissions:

%3

They are needed to view servers and bandwidth pools with Layerscope, which only reads. Access to the devices themselves may have to be given as well.</source>
        <extracomment>A letter to the administrator of an account. %1 is the account, %2 &quot;the user ops@example.com&quot;, %3 a list of permissions, a line each</extracomment>
        <translation>Bitte geben Sie %2 im SoftLayer-Konto %1 diese Berechtigungen:

%3

Sie werden gebraucht, um mit Layerscope, das nur liest, Server und Bandbreiten-Pools einzusehen. Vielleicht muss auch der Zugriff auf die Geräte selbst freigegeben werden.</translation>
    </message>
    <message>
        <source>Not permitted. Ask for %1.</source>
        <translation>Nicht erlaubt. Bitten Sie um %1.</translation>
    </message>
    <message>
        <source>Could not be told. %1</source>
        <translation>Ließ sich nicht feststellen. %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in this account.</source>
        <extracomment>Of the servers, or the bandwidth pools, of an account</extracomment>
        <translation>
            <numerusform>%Ln in diesem Konto.</numerusform>
            <numerusform>%Ln in diesem Konto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The account has %Ln, but this key sees none. Ask for %1 and for access to the devices.</source>
        <translation>
            <numerusform>Das Konto hat %Ln, aber dieser Schlüssel sieht davon nichts. Bitten Sie um %1 und um Zugriff auf die Geräte.</numerusform>
            <numerusform>Das Konto hat %Ln, aber dieser Schlüssel sieht keine davon. Bitten Sie um %1 und um Zugriff auf die Geräte.</numerusform>
        </translation>
    </message>
    <message>
        <source>The API did not say.</source>
        <translation>Die API hat es nicht gesagt.</translation>
    </message>
    <message>
        <source>None were listed, so it cannot be told.</source>
        <translation>Es wurden keine aufgezählt, darum lässt es sich nicht sagen.</translation>
    </message>
</context>
<context>
    <name>ConnectionSource</name>
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
    <message>
        <source>%1 is not written in UTF-8. Save it in that encoding.</source>
        <translation>%1 ist nicht in UTF-8 geschrieben. Speichern Sie die Datei in dieser Kodierung.</translation>
    </message>
    <message>
        <source>%1 See %2.</source>
        <extracomment>%1 is a whole sentence, %2 where a setting stands: &quot;SL_TIMEOUT&quot; or &quot;timeout in ~/.softlayer&quot;</extracomment>
        <translation>%1 Siehe %2.</translation>
    </message>
    <message>
        <source>%1 is far too large for a configuration of slcli.</source>
        <translation>%1 ist viel zu groß für eine Konfiguration von slcli.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1 is a setting, %2 a file: &quot;timeout in ~/.softlayer&quot;</extracomment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>The timeout is no number of seconds. It looks like 60.</source>
        <translation>Die Zeitgrenze (timeout) ist keine Anzahl von Sekunden. Sie sieht so aus: 60.</translation>
    </message>
    <message>
        <source>To sign in, %2 has only %1. Layerscope needs a user name and an API key: set SL_USERNAME and SL_API_KEY, or username and api_key in ~/.softlayer.</source>
        <extracomment>%1 is the name of a setting, %2 a file</extracomment>
        <translation>Zum Anmelden steht in %2 nur %1. Layerscope braucht einen Benutzernamen und einen API-Schlüssel: Setzen Sie SL_USERNAME und SL_API_KEY oder username und api_key in ~/.softlayer.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check who may read it, or set SL_USERNAME and SL_API_KEY.</source>
        <translation>%1 kann nicht gelesen werden. Prüfen Sie, wer die Datei lesen darf, oder setzen Sie SL_USERNAME und SL_API_KEY.</translation>
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
    <message>
        <source>Stopped. &quot;%1&quot; has only the first rows.</source>
        <translation>Angehalten. „%1“ hat nur die ersten Zeilen.</translation>
    </message>
    <message>
        <source>Standard output is closed. Give the file a name with --output.</source>
        <translation>Die Standardausgabe ist geschlossen. Geben Sie der Datei mit --output einen Namen.</translation>
    </message>
    <message>
        <source>A terminal cannot show this kind of file. Give it a name with --output.</source>
        <translation>Ein Terminal kann diese Art Datei nicht zeigen. Geben Sie ihr mit --output einen Namen.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Filtered, as on screen (%1)</source>
        <translation>Gefiltert, wie auf dem Bildschirm (%1)</translation>
    </message>
    <message>
        <source>Selected (%1)</source>
        <translation>Ausgewählt (%1)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <extracomment>%1 is &quot;servers&quot;</extracomment>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>All %2 (%1)</source>
        <extracomment>%2 is &quot;servers&quot;, %1 a number</extracomment>
        <translation>Alle %2 (%1)</translation>
    </message>
    <message>
        <source>Of the %2 on screen (%1)</source>
        <extracomment>Members of them. %2 is &quot;bandwidth pools&quot;, %1 a number</extracomment>
        <translation>Der %2 auf dem Bildschirm (%1)</translation>
    </message>
    <message>
        <source>Selected, and all of selected %2 (%1)</source>
        <extracomment>Members. %2 is &quot;bandwidth pools&quot;, %1 a number</extracomment>
        <translation>Ausgewählte und alle ausgewählter %2 (%1)</translation>
    </message>
    <message>
        <source>Guard text that a spreadsheet would take for a formula</source>
        <translation>Text schützen, den eine Tabellenkalkulation für eine Formel hielte</translation>
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
        <source>Keys, such as %1</source>
        <extracomment>%1: public_ip</extracomment>
        <translation>Schlüssel wie %1</translation>
    </message>
    <message>
        <source>Titles, as on screen</source>
        <translation>Titel, wie auf dem Bildschirm</translation>
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
        <source>Workbook (XLSX): numbers and dates as such</source>
        <translation>Arbeitsmappe (XLSX): Zahlen und Daten als solche</translation>
    </message>
    <message>
        <source>JSON: one object with all rows</source>
        <translation>JSON: ein Objekt mit allen Zeilen</translation>
    </message>
    <message>
        <source>JSON lines: an object a row</source>
        <translation>JSON Lines: ein Objekt je Zeile</translation>
    </message>
    <message>
        <source>rows that were selected</source>
        <translation>ausgewählte Zeilen</translation>
    </message>
</context>
<context>
    <name>ExportFolder</name>
    <message>
        <source>&quot;%1&quot; is a file. All files together need a folder; choose another name.</source>
        <translation>&quot;%1&quot; ist eine Datei. Alle Dateien zusammen brauchen einen Ordner; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Nothing can be written into &quot;%1&quot;. Choose another folder, or ask for permission to write in this one.</source>
        <translation>In &quot;%1&quot; kann nichts geschrieben werden. Wählen Sie einen anderen Ordner oder bitten Sie um das Recht, in diesen zu schreiben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a folder. Choose another one.</source>
        <translation>&quot;%1&quot; ist kein Ordner. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; does not exist. Create it, or choose another one.</source>
        <translation>Den Ordner &quot;%1&quot; gibt es nicht. Legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be made here. Choose another place, or ask for permission to write in this one.</source>
        <translation>Der Ordner &quot;%1&quot; kann hier nicht angelegt werden. Wählen Sie einen anderen Ort oder bitten Sie um das Recht, hier zu schreiben.</translation>
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
    <message numerus="yes">
        <source>%Ln row(s) undecided by the filter</source>
        <translation>
            <numerusform>%Ln Zeile vom Filter nicht entschieden</numerusform>
            <numerusform>%Ln Zeilen vom Filter nicht entschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the account not listed</source>
        <translation>
            <numerusform>%Ln Zeile des Kontos nicht aufgelistet</numerusform>
            <numerusform>%Ln Zeilen des Kontos nicht aufgelistet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written to %1</source>
        <translation>
            <numerusform>%Ln Datei nach %1 geschrieben</numerusform>
            <numerusform>%Ln Dateien nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) not written</source>
        <translation>
            <numerusform>%Ln Datei nicht geschrieben</numerusform>
            <numerusform>%Ln Dateien nicht geschrieben</numerusform>
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
        <source>%Ln text(s) cut</source>
        <translation>
            <numerusform>%Ln Text gekürzt</numerusform>
            <numerusform>%Ln Texte gekürzt</numerusform>
        </translation>
    </message>
    <message>
        <source>without %1</source>
        <extracomment>Tables. %1: &quot;pools, vlans&quot;</extracomment>
        <translation>ohne %1</translation>
    </message>
</context>
<context>
    <name>FieldButtons</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
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
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>Arbeitsmappen (*.xlsx)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>FilterText</name>
    <message>
        <source>“%1” takes a number, not “%2”.</source>
        <translation>„%1“ nimmt eine Zahl, nicht „%2“.</translation>
    </message>
    <message>
        <source>“%1” takes a number, in %2, not “%3”.</source>
        <translation>„%1“ nimmt eine Zahl in %2, nicht „%3“.</translation>
    </message>
    <message>
        <source>“%1” can be read as %2 or as %3. Write one of these.</source>
        <translation>„%1“ kann %2 oder %3 heißen. Schreiben Sie eines davon.</translation>
    </message>
    <message>
        <source>“%1” takes a date, such as 2026-03 or 2026-03-05, not “%2”.</source>
        <translation>„%1“ nimmt ein Datum, etwa 2026-03 oder 2026-03-05, nicht „%2“.</translation>
    </message>
    <message>
        <source>“%1” takes yes or no, not “%2”.</source>
        <translation>„%1“ nimmt yes oder no, nicht „%2“.</translation>
    </message>
    <message>
        <source>“%1” takes addresses, such as 10.1.2.3, 10.1.2.0/24 or 10.1.2.3-10.1.2.9, not “%2”.</source>
        <translation>„%1“ nimmt Adressen, etwa 10.1.2.3, 10.1.2.0/24 oder 10.1.2.3-10.1.2.9, nicht „%2“.</translation>
    </message>
    <message>
        <source>“or” stands between words: web or db.</source>
        <translation>„or“ steht zwischen Wörtern: web or db.</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>“%1” needs a word right behind it.</source>
        <translation>Direkt hinter „%1“ muss ein Wort stehen.</translation>
    </message>
    <message>
        <source>Write “or” between words to find either: web or db.</source>
        <translation>Schreiben Sie „or“ zwischen Wörter, um eines von beiden zu finden: web or db.</translation>
    </message>
    <message>
        <source>There is no column “%1”. Quotes make plain text of it: %2.</source>
        <translation>Es gibt keine Spalte „%1“. In Anführungszeichen ist es einfacher Text: %2.</translation>
    </message>
    <message>
        <source>“%1” means nothing here. Comparisons are written without blanks, as ram&gt;64; quotes make plain text.</source>
        <translation>„%1“ bedeutet hier nichts. Vergleiche stehen ohne Leerzeichen, etwa ram&gt;64; Anführungszeichen machen einfachen Text daraus.</translation>
    </message>
</context>
<context>
    <name>HardwareFacts</name>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Disk %1</source>
        <translation>Laufwerk %1</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Laufwerk</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>This server has no disks.</source>
        <translation>Dieser Server hat keine Laufwerke.</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Swap</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>bootable</source>
        <translation>startfähig</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Reference code</source>
        <translation>Referenzcode</translation>
    </message>
    <message>
        <source>Chassis</source>
        <translation>Gehäuse</translation>
    </message>
    <message>
        <source>unknown model</source>
        <translation>unbekanntes Modell</translation>
    </message>
    <message>
        <source>No components are listed.</source>
        <translation>Es sind keine Komponenten aufgelistet.</translation>
    </message>
    <message>
        <source>Local disks</source>
        <translation>Lokale Laufwerke</translation>
    </message>
    <message>
        <source>Transient</source>
        <translation>Transient</translation>
    </message>
    <message>
        <source>Dedicated CPU</source>
        <translation>Eigene CPU</translation>
    </message>
    <message>
        <source>Dedicated host</source>
        <translation>Eigener Wirt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Software without a name</source>
        <translation>Software ohne Namen</translation>
    </message>
    <message>
        <source>No software is listed.</source>
        <translation>Es ist keine Software aufgelistet.</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Laufwerk</translation>
    </message>
    <message>
        <source>%1 swap</source>
        <translation>%1 Swap</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Nothing besides the operating system.</source>
        <translation>Nichts außer dem Betriebssystem.</translation>
    </message>
</context>
<context>
    <name>KeychainStore</name>
    <message>
        <source>The system&apos;s keychain stayed locked.</source>
        <translation>Der Schlüsselbund des Systems blieb gesperrt.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain could not be read.</source>
        <translation>Der Schlüsselbund des Systems konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain could not be used.</source>
        <translation>Der Schlüsselbund des Systems konnte nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain did not keep the key.</source>
        <translation>Der Schlüsselbund des Systems hat den Schlüssel nicht behalten.</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>bare metal instances</source>
        <translation>Bare-Metal-Instanzen</translation>
    </message>
    <message>
        <source>application delivery controllers</source>
        <translation>Application-Delivery-Controllern</translation>
    </message>
    <message>
        <source>devices that are not visible</source>
        <translation>nicht sichtbaren Geräten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pool member(s)</source>
        <translation>
            <numerusform>%Ln Pool-Mitglied</numerusform>
            <numerusform>%Ln Pool-Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>bandwidth pools</source>
        <translation>Bandbreiten-Pools</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pool(s)</source>
        <translation>
            <numerusform>%Ln Pool</numerusform>
            <numerusform>%Ln Pools</numerusform>
        </translation>
    </message>
    <message>
        <source>bare metal servers</source>
        <translation>physischen Servern</translation>
    </message>
    <message>
        <source>virtual servers</source>
        <translation>virtuellen Servern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln server(s)</source>
        <translation>
            <numerusform>%Ln Server</numerusform>
            <numerusform>%Ln Server</numerusform>
        </translation>
    </message>
    <message>
        <source>Pool members</source>
        <translation>Pool-Mitglieder</translation>
    </message>
    <message>
        <source>Bandwidth pool</source>
        <translation>Bandbreiten-Pool</translation>
    </message>
    <message>
        <source>Go to pool “%1”</source>
        <translation>Zum Pool „%1“</translation>
    </message>
    <message>
        <source>Bandwidth pools</source>
        <translation>Bandbreiten-Pools</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Go to “%1”</source>
        <translation>Gehe zu „%1“</translation>
    </message>
    <message>
        <source>pool members</source>
        <translation>Pool-Mitglieder</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>Pools</translation>
    </message>
    <message>
        <source>Filter by any word, or over:now used&gt;80</source>
        <extracomment>Hint in the filter field. &quot;over:&quot; and &quot;used&gt;&quot; are filter words and stay as they are.</extracomment>
        <translation>Nach Wörtern filtern, oder over:now used&gt;80</translation>
    </message>
    <message>
        <source>servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Filter by any word, or dc:dal10 ram&gt;64</source>
        <extracomment>Hint in the filter field. &quot;dc:&quot; and &quot;ram&gt;&quot; are filter words and stay as they are.</extracomment>
        <translation>Nach Wörtern filtern, oder dc:dal10 ram&gt;64</translation>
    </message>
    <message>
        <source>Filter by any word</source>
        <extracomment>Hint in the filter field.</extracomment>
        <translation>Nach Wörtern filtern</translation>
    </message>
    <message>
        <source>subnets of the account</source>
        <translation>Subnetzen des Kontos</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>Go to subnet “%1”</source>
        <translation>Zum Subnetz „%1“</translation>
    </message>
    <message>
        <source>Subnets</source>
        <translation>Subnetze</translation>
    </message>
    <message>
        <source>subnets</source>
        <translation>Subnetze</translation>
    </message>
    <message>
        <source>Filter by any word, or dc:dal10 type:primary</source>
        <translation>Nach Wörtern filtern, oder dc:dal10 type:primary</translation>
    </message>
    <message numerus="yes">
        <source>%Ln subnet(s)</source>
        <translation>
            <numerusform>%Ln Subnetz</numerusform>
            <numerusform>%Ln Subnetze</numerusform>
        </translation>
    </message>
    <message>
        <source>VLANs</source>
        <translation>VLANs</translation>
    </message>
    <message>
        <source>VLAN</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>Go to VLAN “%1”</source>
        <translation>Zum VLAN „%1“</translation>
    </message>
    <message>
        <source>Filter by any word, or dc:dal10 subnet_count&gt;8</source>
        <translation>Nach Wörtern filtern, oder dc:dal10 subnet_count&gt;8</translation>
    </message>
    <message numerus="yes">
        <source>%Ln VLAN(s)</source>
        <translation>
            <numerusform>%Ln VLAN</numerusform>
            <numerusform>%Ln VLANs</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to server “%1”</source>
        <translation>Zum Server „%1“</translation>
    </message>
    <message>
        <source>VLANs of this server</source>
        <translation>VLANs dieses Servers</translation>
    </message>
    <message>
        <source>Subnets on its VLANs</source>
        <translation>Subnetze auf seinen VLANs</translation>
    </message>
    <message>
        <source>Servers in this subnet</source>
        <translation>Server in diesem Subnetz</translation>
    </message>
    <message>
        <source>Servers on this VLAN</source>
        <translation>Server auf diesem VLAN</translation>
    </message>
    <message>
        <source>Subnets on this VLAN</source>
        <translation>Subnetze auf diesem VLAN</translation>
    </message>
    <message>
        <source>SSH keys</source>
        <translation>SSH-Schlüssel</translation>
    </message>
    <message>
        <source>SSH key</source>
        <translation>SSH-Schlüssel</translation>
    </message>
    <message>
        <source>Go to SSH key “%1”</source>
        <translation>Zum SSH-Schlüssel „%1“</translation>
    </message>
    <message>
        <source>Filter by any word, or label:laptop image_count=0</source>
        <translation>Nach Wörtern filtern, oder label:laptop image_count=0</translation>
    </message>
    <message numerus="yes">
        <source>%Ln SSH key(s)</source>
        <translation>
            <numerusform>%Ln SSH-Schlüssel</numerusform>
            <numerusform>%Ln SSH-Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>Over allocation</source>
        <translation>Über Kontingent</translation>
    </message>
    <message>
        <source>Projected over</source>
        <translation>Bald darüber</translation>
    </message>
    <message>
        <source>Leaving pools</source>
        <translation>Mit Abgängen</translation>
    </message>
    <message>
        <source>In transaction</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Pools from which more went out already than is allocated.</source>
        <translation>Pools, aus denen schon mehr hinausging, als zugeteilt ist.</translation>
    </message>
    <message>
        <source>Pools from which more is expected to go out by the end of the billing cycle than is allocated.</source>
        <translation>Pools, aus denen bis zum Ende des Abrechnungszeitraums voraussichtlich mehr hinausgeht, als zugeteilt ist.</translation>
    </message>
    <message>
        <source>Pools that are to be deleted, and pools that some of their servers leave.</source>
        <translation>Pools, die gelöscht werden sollen, und Pools, die einige ihrer Server verlassen.</translation>
    </message>
    <message>
        <source>Servers in this pool</source>
        <translation>Server in diesem Pool</translation>
    </message>
    <message>
        <source>Servers to which something is being done right now; the column “Transaction” says what.</source>
        <translation>Server, an denen gerade etwas geschieht; die Spalte „Vorgang“ sagt, was.</translation>
    </message>
    <message>
        <source>Servers of which this key may not see all that was asked for.</source>
        <translation>Server, von denen dieser Schlüssel nicht alles sehen darf, wonach gefragt wurde.</translation>
    </message>
    <message>
        <source>billing items</source>
        <translation>Kostenposten</translation>
    </message>
    <message>
        <source>Billing item</source>
        <translation>Kostenposten</translation>
    </message>
    <message>
        <source>Go to billing item “%1”</source>
        <translation>Zum Kostenposten „%1“</translation>
    </message>
    <message>
        <source>The server that it is for</source>
        <translation>Der Server, für den es ist</translation>
    </message>
    <message>
        <source>The block storage that it is for</source>
        <translation>Der Blockspeicher, für den es ist</translation>
    </message>
    <message>
        <source>The file storage that it is for</source>
        <translation>Der Dateispeicher, für den es ist</translation>
    </message>
    <message>
        <source>Filter by any word, or category:vlan fee_month_usd&gt;100</source>
        <translation>Nach einem Wort filtern, oder category:vlan fee_month_usd&gt;100</translation>
    </message>
    <message numerus="yes">
        <source>%Ln billing item(s)</source>
        <translation>
            <numerusform>%Ln Kostenposten</numerusform>
            <numerusform>%Ln Kostenposten</numerusform>
        </translation>
    </message>
    <message>
        <source>block storage volumes</source>
        <translation>Blockspeicher-Volumes</translation>
    </message>
    <message>
        <source>Block storage volume</source>
        <translation>Blockspeicher-Volume</translation>
    </message>
    <message>
        <source>Go to volume “%1”</source>
        <translation>Zum Volume „%1“</translation>
    </message>
    <message>
        <source>Bare metal servers that may mount it</source>
        <translation>Bare-Metal-Server, die es einhängen dürfen</translation>
    </message>
    <message>
        <source>Virtual servers that may mount it</source>
        <translation>Virtuelle Server, die es einhängen dürfen</translation>
    </message>
    <message>
        <source>What it is charged by</source>
        <translation>Worüber es berechnet wird</translation>
    </message>
    <message>
        <source>Block storage</source>
        <translation>Blockspeicher</translation>
    </message>
    <message>
        <source>Filter by any word, or dc:dal10 capacity_gb&gt;=1000</source>
        <translation>Nach einem Wort filtern, oder dc:dal10 capacity_gb&gt;=1000</translation>
    </message>
    <message numerus="yes">
        <source>%Ln block storage volume(s)</source>
        <translation>
            <numerusform>%Ln Blockspeicher-Volume</numerusform>
            <numerusform>%Ln Blockspeicher-Volumes</numerusform>
        </translation>
    </message>
    <message>
        <source>file storage volumes</source>
        <translation>Dateispeicher-Volumes</translation>
    </message>
    <message>
        <source>File storage volume</source>
        <translation>Dateispeicher-Volume</translation>
    </message>
    <message>
        <source>File storage</source>
        <translation>Dateispeicher</translation>
    </message>
    <message>
        <source>Filter by any word, or dc:dal10 used_bytes&gt;100000000000</source>
        <translation>Nach einem Wort filtern, oder dc:dal10 used_bytes&gt;100000000000</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file storage volume(s)</source>
        <translation>
            <numerusform>%Ln Dateispeicher-Volume</numerusform>
            <numerusform>%Ln Dateispeicher-Volumes</numerusform>
        </translation>
    </message>
    <message>
        <source>images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Go to image “%1”</source>
        <translation>Zum Image „%1“</translation>
    </message>
    <message>
        <source>Filter by any word, or status:active size_bytes&gt;100000000000</source>
        <translation>Nach einem Wort filtern, oder status:active size_bytes&gt;100000000000</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Image</numerusform>
            <numerusform>%Ln Images</numerusform>
        </translation>
    </message>
    <message>
        <source>invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Go to invoice “%1”</source>
        <translation>Zur Rechnung „%1“</translation>
    </message>
    <message>
        <source>Filter by any word, or type:recurring total_usd&gt;1000</source>
        <translation>Nach einem Wort filtern, oder type:recurring total_usd&gt;1000</translation>
    </message>
    <message numerus="yes">
        <source>%Ln invoice(s)</source>
        <translation>
            <numerusform>%Ln Rechnung</numerusform>
            <numerusform>%Ln Rechnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Block storage that it may mount</source>
        <translation>Blockspeicher, den er einhängen darf</translation>
    </message>
    <message>
        <source>File storage that it may mount</source>
        <translation>Dateispeicher, den er einhängen darf</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Go to tag “%1”</source>
        <translation>Zum Tag „%1“</translation>
    </message>
    <message>
        <source>Servers with this tag</source>
        <translation>Server mit diesem Tag</translation>
    </message>
    <message>
        <source>VLANs with this tag</source>
        <translation>VLANs mit diesem Tag</translation>
    </message>
    <message>
        <source>Subnets with this tag</source>
        <translation>Subnetze mit diesem Tag</translation>
    </message>
    <message>
        <source>Images with this tag</source>
        <translation>Images mit diesem Tag</translation>
    </message>
    <message>
        <source>Tickets with this tag</source>
        <translation>Tickets mit diesem Tag</translation>
    </message>
    <message>
        <source>Filter by any word, or name:team reference_count=0</source>
        <translation>Nach einem Wort filtern, oder name:team reference_count=0</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tags</numerusform>
        </translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Go to ticket “%1”</source>
        <translation>Zum Ticket „%1“</translation>
    </message>
    <message>
        <source>The user that it is assigned to</source>
        <translation>Der Benutzer, dem es zugewiesen ist</translation>
    </message>
    <message>
        <source>Filter by any word, or status:open waiting_for_us:yes</source>
        <translation>Nach einem Wort filtern, oder status:open waiting_for_us:yes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln Ticket</numerusform>
            <numerusform>%Ln Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Go to user “%1”</source>
        <translation>Zum Benutzer „%1“</translation>
    </message>
    <message>
        <source>What the user ordered</source>
        <translation>Was der Benutzer bestellt hat</translation>
    </message>
    <message>
        <source>Tickets assigned to the user</source>
        <translation>Tickets, die dem Benutzer zugewiesen sind</translation>
    </message>
    <message>
        <source>Users that this one made</source>
        <translation>Benutzer, die dieser angelegt hat</translation>
    </message>
    <message>
        <source>Filter by any word, or two_factor_count=0 status:active</source>
        <translation>Nach einem Wort filtern, oder two_factor_count=0 status:active</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln Benutzer</numerusform>
            <numerusform>%Ln Benutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechenleistung</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
</context>
<context>
    <name>LoadOutcome</name>
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
        <source>The members of %1 pools were not listed.</source>
        <translation>
            <numerusform>Die Mitglieder von %1 Pool wurden nicht aufgelistet.</numerusform>
            <numerusform>Die Mitglieder von %1 Pools wurden nicht aufgelistet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have cells that this key may not see.</source>
        <translation>
            <numerusform>%1 hat Zellen, die dieser Schlüssel nicht sehen darf.</numerusform>
            <numerusform>%1 haben Zellen, die dieser Schlüssel nicht sehen darf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have cells that could not be loaded.</source>
        <translation>
            <numerusform>%1 hat Zellen, die nicht zu bekommen waren.</numerusform>
            <numerusform>%1 haben Zellen, die nicht zu bekommen waren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have cells that were not asked for in time.</source>
        <translation>
            <numerusform>%1 hat Zellen, nach denen nicht rechtzeitig gefragt wurde.</numerusform>
            <numerusform>%1 haben Zellen, nach denen nicht rechtzeitig gefragt wurde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have values of an earlier load.</source>
        <translation>
            <numerusform>%1 hat Werte einer früheren Abfrage.</numerusform>
            <numerusform>%1 haben Werte einer früheren Abfrage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have texts that are not valid UTF-8; “�” stands for what cannot be read of them.</source>
        <translation>
            <numerusform>%1 hat Texte, die kein gültiges UTF-8 sind; „�“ steht für das Unlesbare.</numerusform>
            <numerusform>%1 haben Texte, die kein gültiges UTF-8 sind; „�“ steht für das Unlesbare.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 vanished while they were read.</source>
        <translation>
            <numerusform>%1 verschwand beim Lesen.</numerusform>
            <numerusform>%1 verschwanden beim Lesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 are not visible to this key, whole or in part.</source>
        <translation>
            <numerusform>%1 ist für diesen Schlüssel nicht sichtbar, ganz oder teilweise.</numerusform>
            <numerusform>%1 sind für diesen Schlüssel nicht sichtbar, ganz oder teilweise.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 could not be loaded, in whole or in part.</source>
        <translation>
            <numerusform>%1 war nicht zu bekommen, ganz oder teilweise.</numerusform>
            <numerusform>%1 waren nicht zu bekommen, ganz oder teilweise.</numerusform>
        </translation>
    </message>
    <message>
        <source>How many are missing below %1 is not known.</source>
        <extracomment>%1 is &quot;3 bandwidth pools&quot;: rows below which others are listed.</extracomment>
        <translation>Wie viele unter %1 fehlen, ist nicht bekannt.</translation>
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
    <message>
        <source>Pool members %1 of %2 pools</source>
        <translation>Mitglieder von %1 von %2 Pools</translation>
    </message>
    <message>
        <source>Loaded in %1 s</source>
        <translation>In %1 s geladen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <extracomment>A number of which some parts are not known: at least this many.</extracomment>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 loaded</source>
        <translation>Angehalten: %1 von %2 geladen</translation>
    </message>
    <message>
        <source>Failed: %1 of %2 loaded</source>
        <translation>Fehlgeschlagen: %1 von %2 geladen</translation>
    </message>
    <message>
        <source>%1 not loaded</source>
        <translation>%1 nicht geladen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pool(s) without all members</source>
        <translation>
            <numerusform>%Ln Pool ohne alle Mitglieder</numerusform>
            <numerusform>%Ln Pools ohne alle Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 not refreshed</source>
        <translation>%1 nicht aktualisiert</translation>
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
    <name>NetworkFacts</name>
    <message>
        <source>VLAN %1</source>
        <translation>VLAN %1</translation>
    </message>
    <message>
        <source>VLAN without a number</source>
        <translation>VLAN ohne Nummer</translation>
    </message>
    <message>
        <source>interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>The speed of a network interface and what it could do at most</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Broadcast</translation>
    </message>
    <message>
        <source>VLAN</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>Trunked</source>
        <extracomment>A VLAN that reaches the server&apos;s switch port in addition to its own</extracomment>
        <translation>Trunk</translation>
    </message>
    <message>
        <source>Security groups</source>
        <translation>Sicherheitsgruppen</translation>
    </message>
    <message>
        <source>This server has no network interfaces.</source>
        <translation>Dieser Server hat keine Netzwerkschnittstellen.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Voller Name</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Zugehörigkeit</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Primary</source>
        <extracomment>The VLAN that a server is in by its own address</extracomment>
        <translation>Primär</translation>
    </message>
    <message>
        <source>This server is in no VLAN.</source>
        <translation>Dieser Server ist in keinem VLAN.</translation>
    </message>
</context>
<context>
    <name>OpenFiles</name>
    <message>
        <source>Only %1 files and connections may be open at once here, %2 are needed. Allow more (ulimit -n %2), then try again.</source>
        <extracomment>%1 and %2 are numbers; &quot;ulimit -n&quot; is typed as it is</extracomment>
        <translation>Hier dürfen nur %1 Dateien und Verbindungen zugleich offen sein, nötig sind %2. Erlauben Sie mehr (ulimit -n %2) und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>OverviewFacts</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>%1 (%2 logical)</source>
        <extracomment>Physical and logical cores of a machine</extracomment>
        <translation>%1 (%2 logische)</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Laufwerke</translation>
    </message>
    <message>
        <source>Chassis</source>
        <translation>Gehäuse</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Manufacturer serial</source>
        <translation>Hersteller-Seriennummer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Laufender Vorgang</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Last transaction</source>
        <translation>Letzter Vorgang</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>private only</source>
        <translation>nur privat</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Next invoice</source>
        <translation>Nächster Betrag</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>Stündlich</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Monatlich</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Abgerechnet</translation>
    </message>
    <message>
        <source>Next bill</source>
        <translation>Nächste Rechnung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Kündigung</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Provisioned</source>
        <translation>Bereitgestellt</translation>
    </message>
    <message>
        <source>Datacenter</source>
        <translation>Rechenzentrum</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Global ID</source>
        <translation>Globale ID</translation>
    </message>
    <message>
        <source>Hypervisor ID</source>
        <extracomment>The identifier that the hypervisor knows a virtual server by</extracomment>
        <translation>Hypervisor-ID</translation>
    </message>
</context>
<context>
    <name>PageMessage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
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
        <source>Nothing in “%1”.</source>
        <translation>Nichts in „%1“.</translation>
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
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Still loading: %1</source>
        <extracomment>%1 are titles of columns</extracomment>
        <translation>Lädt noch: %1</translation>
    </message>
    <message>
        <source>Not loaded: %1</source>
        <translation>Nicht geladen: %1</translation>
    </message>
    <message>
        <source>Unavailable: %1</source>
        <translation>Nicht zu bekommen: %1</translation>
    </message>
    <message>
        <source>This key may not see: %1</source>
        <translation>Dieser Schlüssel darf nicht sehen: %1</translation>
    </message>
    <message>
        <source>What did not come again is kept, as of %1, and shown in grey.</source>
        <translation>Was nicht noch einmal kam, bleibt auf dem Stand von %1 und steht grau da.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiterladen</translation>
    </message>
    <message>
        <source>Vanished before it was read: %1</source>
        <translation>Verschwand, bevor es gelesen wurde: %1</translation>
    </message>
    <message>
        <source>What arrived is kept.</source>
        <translation>Was ankam, bleibt.</translation>
    </message>
    <message>
        <source>Stopped. The server had not answered since %1: %2.</source>
        <extracomment>%1 is a time, %2 a reason such as &quot;503 Service Unavailable&quot;</extracomment>
        <translation>Angehalten. Der Server hatte seit %1 nicht geantwortet: %2.</translation>
    </message>
    <message>
        <source>The server has not answered since %1: %2.</source>
        <extracomment>%1 is a time, %2 a reason such as &quot;503 Service Unavailable&quot;</extracomment>
        <translation>Der Server antwortet seit %1 nicht: %2.</translation>
    </message>
    <message>
        <source>It is tried again now and then.</source>
        <translation>Er wird ab und zu wieder versucht.</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Navigator</source>
        <translation>&amp;Navigator</translation>
    </message>
</context>
<context>
    <name>PoolRemainder</name>
    <message>
        <source>Some members could not be listed</source>
        <translation>Einige Mitglieder konnten nicht aufgelistet werden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s) could not be listed</source>
        <translation>
            <numerusform>%Ln Gerät konnte nicht aufgelistet werden</numerusform>
            <numerusform>%Ln Geräte konnten nicht aufgelistet werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s) not visible to this key</source>
        <translation>
            <numerusform>%Ln Gerät für diesen Schlüssel nicht sichtbar</numerusform>
            <numerusform>%Ln Geräte für diesen Schlüssel nicht sichtbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s) shown in another pool</source>
        <translation>
            <numerusform>%Ln Gerät in einem anderen Pool gezeigt</numerusform>
            <numerusform>%Ln Geräte in einem anderen Pool gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;2 devices not visible to this key&quot;, %2 is &quot;1 device shown in another pool&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The lists of two pools have the same device, so it is shown in one of them. It may have changed pools while loading.</source>
        <translation>Die Listen zweier Pools haben dasselbe Gerät, darum steht es nur in einem davon. Vielleicht hat es während des Ladens den Pool gewechselt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is &quot;2 devices shown in another pool&quot;, %2 are their names, each with its pool.</extracomment>
        <translation>%1: %2</translation>
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
    <message>
        <source>%1 of %2 servers and pools</source>
        <translation>%1 von %2 Servern und Pools</translation>
    </message>
    <message>
        <source>%1 of %2 pools</source>
        <translation>%1 von %2 Pools</translation>
    </message>
    <message>
        <source>%1 servers and pools so far</source>
        <translation>bisher %1 Server und Pools</translation>
    </message>
    <message>
        <source>%1 pools so far</source>
        <translation>bisher %1 Pools</translation>
    </message>
    <message>
        <source>members of %1 of %2 pools</source>
        <translation>Mitglieder von %1 von %2 Pools</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows so far</source>
        <translation>%1 Zeilen bisher</translation>
    </message>
</context>
<context>
    <name>ProxyAddress</name>
    <message>
        <source>The proxy is not an address. It looks like http://proxy.example.com:3128.</source>
        <translation>Der Proxy ist keine Adresse. Sie sieht aus wie http://proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>Only HTTP proxies work here. An address looks like http://proxy.example.com:3128.</source>
        <translation>Hier sind nur HTTP-Proxys möglich. Eine Adresse sieht aus wie http://proxy.example.com:3128.</translation>
    </message>
</context>
<context>
    <name>RelationActions</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>In a menu: &quot;VLANs of this server&quot;, and why it cannot be chosen</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ReplyClassifier</name>
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
    <name>SectionText</name>
    <message>
        <source>Not there, or this key may not see it.</source>
        <translation>Nicht vorhanden, oder dieser Schlüssel darf es nicht sehen.</translation>
    </message>
    <message>
        <source>Not there, or this key may not see it. The permission it needs is %1.</source>
        <translation>Nicht vorhanden, oder dieser Schlüssel darf es nicht sehen. Er braucht dafür die Berechtigung %1.</translation>
    </message>
    <message>
        <source>This key may not call %1. SoftLayer&apos;s documents name no permission for it; ask the owner of the account.</source>
        <translation>Dieser Schlüssel darf %1 nicht aufrufen. Die Dokumente von SoftLayer nennen keine Berechtigung dafür; fragen Sie den Inhaber des Kontos.</translation>
    </message>
    <message>
        <source>This key may not see it. The permission it needs is %1.</source>
        <translation>Dieser Schlüssel darf es nicht sehen. Er braucht dafür die Berechtigung %1.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <extracomment>An age in seconds</extracomment>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <extracomment>An age in minutes</extracomment>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <extracomment>An age in hours</extracomment>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>lädt …</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>partly not permitted</source>
        <translation>teils nicht erlaubt</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>No answer from %1 for %2 s.</source>
        <translation>Seit %2 s keine Antwort von %1.</translation>
    </message>
    <message>
        <source>This server is gone, or this key may not see it any more. Refresh takes it off the list.</source>
        <translation>Diesen Server gibt es nicht mehr, oder dieser Schlüssel darf ihn nicht mehr sehen. Aktualisieren nimmt ihn von der Liste.</translation>
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
    <message>
        <source>%1 devices</source>
        <translation>%1 Geräte</translation>
    </message>
    <message>
        <source>%1 GB out</source>
        <translation>%1 GB ausgehend</translation>
    </message>
</context>
<context>
    <name>ServerSections</name>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Bandwidth this cycle</source>
        <translation>Bandbreite in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Notes and dates</source>
        <translation>Notizen und Zeiten</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>Schnittstellen</translation>
    </message>
    <message>
        <source>VLANs</source>
        <translation>VLANs</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Laufwerke</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>On the next invoice</source>
        <translation>Auf der nächsten Rechnung</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>This billing cycle</source>
        <translation>Dieser Abrechnungszeitraum</translation>
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
        <source>Demo account</source>
        <translation>Demokonto</translation>
    </message>
    <message>
        <source>%1 made-up servers on this computer. No key, no network.</source>
        <extracomment>%1 is a number such as 2 500</extracomment>
        <translation>%1 erfundene Server auf diesem Rechner. Kein Schlüssel, kein Netz.</translation>
    </message>
    <message>
        <source>Use it</source>
        <extracomment>On a button: to open the account with the key that slcli uses</extracomment>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Try it</source>
        <extracomment>On a button: to open the demo account</extracomment>
        <translation>Ausprobieren</translation>
    </message>
</context>
<context>
    <name>TableAccessible</name>
    <message>
        <source>Open</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
</context>
<context>
    <name>TableLooks</name>
    <message>
        <source>Sum of the %1 servers of %2 for which it is known.</source>
        <translation>Summe der %1 von %2 Servern, von denen sie bekannt ist.</translation>
    </message>
    <message>
        <source>Loading members …</source>
        <translation>Mitglieder werden geladen …</translation>
    </message>
    <message>
        <source>Members were not loaded</source>
        <translation>Mitglieder wurden nicht geladen</translation>
    </message>
    <message>
        <source>%1 of pool</source>
        <extracomment>The share of a pool&apos;s traffic that one of its members has: &quot;44 % of pool&quot;</extracomment>
        <translation>%1 des Pools</translation>
    </message>
    <message>
        <source>Sum of the %1 rows of %2 for which it is known.</source>
        <translation>Summe der %1 von %2 Zeilen, von denen sie bekannt ist.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>Nicht geladen</translation>
    </message>
    <message>
        <source>More went out already than is allocated.</source>
        <translation>Es ging schon mehr hinaus, als zugeteilt ist.</translation>
    </message>
    <message>
        <source>More is expected to go out by the end of the billing cycle than is allocated.</source>
        <translation>Bis zum Ende des Abrechnungszeitraums geht voraussichtlich mehr hinaus, als zugeteilt ist.</translation>
    </message>
    <message>
        <source>By the end of the billing cycle no more is expected to go out than is allocated.</source>
        <translation>Bis zum Ende des Abrechnungszeitraums geht voraussichtlich nicht mehr hinaus, als zugeteilt ist.</translation>
    </message>
    <message>
        <source>%1 used</source>
        <extracomment>Of a bandwidth pool&apos;s allocation: &quot;78 % used&quot;. Beside ▲ the number alone would read as too much by that.</extracomment>
        <translation>%1 belegt</translation>
    </message>
    <message>
        <source>The longest bar is that of the pool&apos;s largest member.</source>
        <translation>Der längste Balken ist der des größten Mitglieds des Pools.</translation>
    </message>
</context>
<context>
    <name>TableWords</name>
    <message>
        <source>Bare metal</source>
        <translation>Physisch</translation>
    </message>
    <message>
        <source>Virtual</source>
        <translation>Virtuell</translation>
    </message>
    <message>
        <source>Asking the account for its servers …</source>
        <translation>Das Konto wird nach seinen Servern gefragt …</translation>
    </message>
    <message>
        <source>Stopped before any server arrived.</source>
        <translation>Angehalten, bevor ein Server ankam.</translation>
    </message>
    <message>
        <source>No server matches “%1”.</source>
        <translation>Kein Server passt zu „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet which of %Ln server(s) match “%1”.</source>
        <translation>
            <numerusform>Noch ist nicht bekannt, ob %Ln Server zu „%1“ passt.</numerusform>
            <numerusform>Noch ist nicht bekannt, welche von %Ln Servern zu „%1“ passen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet which of %Ln server(s) are in “%1”.</source>
        <translation>
            <numerusform>Noch ist nicht bekannt, ob %Ln Server zu „%1“ gehört.</numerusform>
            <numerusform>Noch ist nicht bekannt, welche von %Ln Servern zu „%1“ gehören.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 servers</source>
        <translation>%1, %2 Server</translation>
    </message>
    <message>
        <source>Asking the account for its bandwidth pools …</source>
        <translation>Das Konto wird nach seinen Bandbreiten-Pools gefragt …</translation>
    </message>
    <message>
        <source>Stopped before any bandwidth pool arrived.</source>
        <translation>Angehalten, bevor ein Bandbreiten-Pool ankam.</translation>
    </message>
    <message>
        <source>No pool and no member matches “%1”.</source>
        <translation>Kein Pool und kein Mitglied passt zu „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet which of %Ln pool(s) match “%1”.</source>
        <translation>
            <numerusform>Noch ist nicht bekannt, ob %Ln Pool zu „%1“ passt.</numerusform>
            <numerusform>Noch ist nicht bekannt, welche von %Ln Pools zu „%1“ passen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet which of %Ln pool(s) are in “%1”.</source>
        <translation>
            <numerusform>Noch ist nicht bekannt, ob %Ln Pool zu „%1“ gehört.</numerusform>
            <numerusform>Noch ist nicht bekannt, welche von %Ln Pools zu „%1“ gehören.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all pools</source>
        <translation>Alle Pools zeigen</translation>
    </message>
    <message>
        <source>&amp;All pools (%1) …</source>
        <translation>&amp;Alle Pools (%1) …</translation>
    </message>
    <message>
        <source>%1, %2 pools</source>
        <translation>%1, %2 Pools</translation>
    </message>
    <message>
        <source>%1, %2 devices</source>
        <translation>%1, %2 Geräte</translation>
    </message>
    <message>
        <source>Pool &amp;members (%1) …</source>
        <translation>Pool-&amp;Mitglieder (%1) …</translation>
    </message>
    <message>
        <source>Asking the account for its %1 …</source>
        <extracomment>Here and below %1 is what rows are called: &quot;virtual servers&quot;</extracomment>
        <translation>Das Konto wird gefragt: %1 …</translation>
    </message>
    <message>
        <source>The %1 could not be listed.</source>
        <translation>Die %1 konnten nicht aufgelistet werden.</translation>
    </message>
    <message>
        <source>The list of %1 is not complete.</source>
        <translation>Die Liste der %1 ist unvollständig.</translation>
    </message>
    <message>
        <source>Stopped before any %1 arrived.</source>
        <translation>Angehalten, bevor %1 ankamen.</translation>
    </message>
    <message>
        <source>This account has no %1.</source>
        <translation>Dieses Konto hat keine %1.</translation>
    </message>
    <message>
        <source>No row matches “%1”.</source>
        <translation>Keine Zeile passt zu „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet which of %Ln row(s) match “%1”.</source>
        <translation>
            <numerusform>Noch ist nicht bekannt, ob %Ln Zeile zu „%1“ passt.</numerusform>
            <numerusform>Noch ist nicht bekannt, welche von %Ln Zeilen zu „%1“ passen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is not known yet which of %Ln row(s) are in “%1”.</source>
        <translation>
            <numerusform>Noch ist nicht bekannt, ob %Ln Zeile zu „%1“ gehört.</numerusform>
            <numerusform>Noch ist nicht bekannt, welche von %Ln Zeilen zu „%1“ gehören.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <source>&amp;All %2 (%1) …</source>
        <extracomment>%2 is &quot;servers&quot;, %1 a number</extracomment>
        <translation>&amp;Alle %2 (%1) …</translation>
    </message>
    <message>
        <source>%1, %2 rows</source>
        <translation>%1, %2 Zeilen</translation>
    </message>
</context>
<context>
    <name>TransportError</name>
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
    <message>
        <source>The certificate that came is not for “%1”, so nothing was sent. Check the endpoint&apos;s host name and the network.</source>
        <translation>Das Zertifikat, das kam, gilt nicht für „%1“; es wurde nichts gesendet. Prüfen Sie den Hostnamen des Endpunkts und das Netzwerk.</translation>
    </message>
    <message>
        <source>This computer does not know the CA that signed the certificate of “%1”. If your company inspects TLS, add its CA file to the connection.</source>
        <translation>Dieser Computer kennt die CA nicht, die das Zertifikat von „%1“ unterschrieben hat. Wenn Ihr Unternehmen TLS prüft, fügen Sie seine CA-Datei zur Verbindung hinzu.</translation>
    </message>
    <message>
        <source>The certificate of “%1” has expired. Check this computer&apos;s clock; if it is right, the server needs a new certificate.</source>
        <translation>Das Zertifikat von „%1“ ist abgelaufen. Prüfen Sie die Uhr dieses Computers; geht sie richtig, braucht der Server ein neues Zertifikat.</translation>
    </message>
    <message>
        <source>The certificate of “%1” is not valid yet. Check this computer&apos;s clock.</source>
        <translation>Das Zertifikat von „%1“ gilt noch nicht. Prüfen Sie die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>The certificate of “%1” was not accepted, so nothing was sent. Check the endpoint.</source>
        <translation>Das Zertifikat von „%1“ wurde nicht angenommen; es wurde nichts gesendet. Prüfen Sie den Endpunkt.</translation>
    </message>
    <message>
        <source>No encrypted connection to “%1” came about. Check the endpoint&apos;s host and port.</source>
        <translation>Zu „%1“ kam keine verschlüsselte Verbindung zustande. Prüfen Sie Host und Port des Endpunkts.</translation>
    </message>
    <message>
        <source>The proxy “%1” refused the connection. Check its port in the proxy settings, and whether it runs.</source>
        <translation>Der Proxy „%1“ hat die Verbindung abgelehnt. Prüfen Sie seinen Port in den Proxy-Einstellungen und ob er läuft.</translation>
    </message>
    <message>
        <source>The proxy “%1” did not accept the user name or the password. Check both in the proxy settings.</source>
        <translation>Der Proxy „%1“ hat den Benutzernamen oder das Passwort nicht angenommen. Prüfen Sie beide in den Proxy-Einstellungen.</translation>
    </message>
    <message>
        <source>The proxy “%1” asks for a user name and a password. Add them in the proxy settings.</source>
        <translation>Der Proxy „%1“ verlangt einen Benutzernamen und ein Passwort. Tragen Sie beide in den Proxy-Einstellungen ein.</translation>
    </message>
    <message>
        <source>The proxy “%1” was not found, or it does not find “%2”. Check the proxy settings and the endpoint.</source>
        <translation>Der Proxy „%1“ wurde nicht gefunden, oder er findet „%2“ nicht. Prüfen Sie die Proxy-Einstellungen und den Endpunkt.</translation>
    </message>
    <message>
        <source>The proxy “%1” does not reach “%2”. Check the endpoint, then try again.</source>
        <translation>Der Proxy „%1“ erreicht „%2“ nicht. Prüfen Sie den Endpunkt, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There is no way from here to the proxy “%1”. Check the network and the proxy settings.</source>
        <translation>Von hier führt kein Weg zum Proxy „%1“. Prüfen Sie das Netzwerk und die Proxy-Einstellungen.</translation>
    </message>
    <message>
        <source>The proxy “%1” closed the connection. Try again.</source>
        <translation>Der Proxy „%1“ hat die Verbindung geschlossen. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The proxy “%1” does not allow connections to “%2”. Ask whoever runs it to let them through.</source>
        <translation>Der Proxy „%1“ erlaubt keine Verbindungen zu „%2“. Bitten Sie seinen Betreiber, sie durchzulassen.</translation>
    </message>
    <message>
        <source>The proxy “%1” did not connect to “%2”. Check the address, the user name and the password of the proxy.</source>
        <translation>Der Proxy „%1“ hat keine Verbindung zu „%2“ hergestellt. Prüfen Sie Adresse, Benutzernamen und Passwort des Proxys.</translation>
    </message>
    <message>
        <source>“%1” could not be reached in time. Check the network and the endpoint; some networks need a proxy.</source>
        <translation>„%1“ war nicht rechtzeitig zu erreichen. Prüfen Sie das Netzwerk und den Endpunkt; manche Netzwerke brauchen einen Proxy.</translation>
    </message>
    <message>
        <source>“%1” could not be reached in time through the proxy “%2”. Check the network, the endpoint and the proxy.</source>
        <translation>„%1“ war über den Proxy „%2“ nicht rechtzeitig zu erreichen. Prüfen Sie das Netzwerk, den Endpunkt und den Proxy.</translation>
    </message>
    <message>
        <source>There is no way from here to “%1”. Check the network; the private endpoint is only reached by VPN.</source>
        <translation>Von hier führt kein Weg zu „%1“. Prüfen Sie das Netzwerk; der private Endpunkt ist nur über VPN zu erreichen.</translation>
    </message>
    <message>
        <source>“%1” sent more than 64 MB in one answer. Ask for less at once.</source>
        <translation>„%1“ hat mehr als 64 MB in einer Antwort geschickt. Fragen Sie nach weniger auf einmal.</translation>
    </message>
</context>
<context>
    <name>UndecidedRows</name>
    <message>
        <source>%1 not decided yet</source>
        <translation>%1 noch nicht entschieden</translation>
    </message>
    <message>
        <source>%1 cannot be decided</source>
        <translation>%1 nicht entscheidbar</translation>
    </message>
</context>
<context>
    <name>Workbook</name>
    <message>
        <source>About</source>
        <comment>the sheet of a workbook that tells of the others</comment>
        <translation>Über</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>none</source>
        <comment>a filter</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>complete</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>no; what is missing stands below</source>
        <translation>nein; was fehlt, steht unten</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>in UTC</source>
        <translation>in UTC</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>Leere Zellen</translation>
    </message>
    <message>
        <source>are empty or not known; the column row_state says which</source>
        <translation>sind leer oder nicht bekannt; die Spalte row_state sagt, was davon</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>Nicht gelistet</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Cut texts</source>
        <translation>Gekürzte Texte</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in this workbook: none of it could be loaded.</source>
        <translation>„%1“ ist nicht in dieser Arbeitsmappe: Nichts davon konnte geladen werden.</translation>
    </message>
    <message>
        <source>%1: the filter cannot tell of %2 rows whether they belong here, since the values that it needs are not known.</source>
        <translation>%1: Von %2 Zeilen kann der Filter nicht sagen, ob sie hierher gehören, da die nötigen Werte nicht bekannt sind.</translation>
    </message>
    <message>
        <source>%1: texts of more than %2 characters were cut, since a cell holds no more; they end with “…” (%3 of them).</source>
        <translation>%1: Texte von mehr als %2 Zeichen wurden gekürzt, da eine Zelle nicht mehr fasst; sie enden mit „…“ (%3).</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>%1 has more rows than a sheet holds and goes on in %2.</source>
        <translation>%1 hat mehr Zeilen, als ein Blatt fasst, und geht in %2 weiter.</translation>
    </message>
    <message>
        <source>There is no room left in &quot;%1&quot; to put the workbook together. Free some space, or choose another disk.</source>
        <translation>In „%1“ ist kein Platz mehr, um die Arbeitsmappe zusammenzustellen. Schaffen Sie Platz, oder wählen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>The workbook could not be put together in &quot;%1&quot;. Check the disk and the folder, then try again.</source>
        <translation>Die Arbeitsmappe konnte in „%1“ nicht zusammengestellt werden. Prüfen Sie Datenträger und Ordner, und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>layerscope::AccessReport</name>
    <message>
        <source>Copy a request for it</source>
        <translation>Eine Bitte darum kopieren</translation>
    </message>
    <message>
        <source>A text for whoever administers the account, with the permissions&apos; names</source>
        <translation>Ein Text für die Verwaltung des Kontos, mit den Namen der Berechtigungen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Checking the key …</source>
        <translation>Der Schlüssel wird geprüft …</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>An account: the company&apos;s name and the account&apos;s number</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, user %2</source>
        <translation>%1, Benutzer %2</translation>
    </message>
    <message>
        <source>● Yes</source>
        <translation>● Ja</translation>
    </message>
    <message>
        <source>■ No</source>
        <translation>■ Nein</translation>
    </message>
    <message>
        <source>○ Unknown</source>
        <translation>○ Unbekannt</translation>
    </message>
    <message>
        <source>%1 The keychain may be waiting for you.</source>
        <extracomment>%1: &quot;Saving the key …&quot;, &quot;Checking the key …&quot;</extracomment>
        <translation>%1 Vielleicht wartet der Schlüsselbund auf Sie.</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountBook</name>
    <message>
        <source>There is no account “%1”: none is set up yet. Start Layerscope without options and connect one.</source>
        <translation>Ein Konto „%1“ gibt es nicht: Noch ist keines eingerichtet. Starten Sie Layerscope ohne Optionen und verbinden Sie eines.</translation>
    </message>
    <message>
        <source>There is no account “%1”. There are: %2.</source>
        <translation>Ein Konto „%1“ gibt es nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A name that is taken, and a number that makes it another</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>An account needs a name.</source>
        <translation>Ein Konto braucht einen Namen.</translation>
    </message>
    <message>
        <source>%1 The key is kept for this session only.</source>
        <extracomment>%1 is a sentence that says what is wrong with the keychain</extracomment>
        <translation>%1 Der Schlüssel wird nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>%1 The account is removed, but its key is still in the keychain.</source>
        <extracomment>%1 is a sentence that says what is wrong with the keychain</extracomment>
        <translation>%1 Das Konto ist entfernt, aber sein Schlüssel liegt noch im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The key of “%1” was kept for one session only. Enter it again.</source>
        <translation>Der Schlüssel von „%1“ wurde nur für eine Sitzung behalten. Geben Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>The keychain holds no key for “%1”. Enter it again.</source>
        <translation>Im Schlüsselbund liegt kein Schlüssel für „%1“. Geben Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>This account has been removed.</source>
        <translation>Dieses Konto wurde entfernt.</translation>
    </message>
    <message>
        <source>%1 The former key is still in the keychain.</source>
        <translation>%1 Der frühere Schlüssel ist noch im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The key of “%1” is being taken out of the keychain.</source>
        <translation>Der Schlüssel von „%1“ wird gerade aus dem Schlüsselbund entfernt.</translation>
    </message>
    <message>
        <source>The key of “%1” is on its way into the keychain.</source>
        <translation>Der Schlüssel von „%1“ ist auf dem Weg in den Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountControls</name>
    <message>
        <source>Export again …</source>
        <translation>Noch einmal exportieren …</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountDialogs</name>
    <message>
        <source>The key of “%1” is still being saved. The keychain may be waiting for you.</source>
        <translation>Der Schlüssel von „%1“ wird noch gespeichert. Vielleicht wartet der Schlüsselbund auf Sie.</translation>
    </message>
    <message>
        <source>“%1” could not be saved. %2</source>
        <extracomment>%1 is the name of an account, %2 a sentence that says why</extracomment>
        <translation>„%1“ konnte nicht gespeichert werden. %2</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>„%1“ ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountExport</name>
    <message>
        <source>The load was stopped, so no file was written.</source>
        <translation>Das Laden wurde angehalten; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Nothing of the account could be loaded, so no file was written.</source>
        <translation>Vom Konto konnte nichts geladen werden; es wurde keine Datei geschrieben.</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountExportDialog</name>
    <message>
        <source>Load what is missing first, then write</source>
        <translation>Erst laden, was fehlt, dann schreiben</translation>
    </message>
    <message>
        <source>Export the whole account</source>
        <translation>Ganzes Konto exportieren</translation>
    </message>
    <message>
        <source>The usual ones, with ids</source>
        <translation>Die üblichen, mit Nummern</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner wählen</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>O&amp;rdner:</translation>
    </message>
    <message>
        <source>&amp;Columns:</source>
        <translation>&amp;Spalten:</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlendes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) not listed</source>
        <translation>
            <numerusform>%Ln Zeile nicht aufgelistet</numerusform>
            <numerusform>%Ln Zeilen nicht aufgelistet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with values not loaded yet</source>
        <translation>
            <numerusform>%Ln Zeile mit noch nicht geladenen Werten</numerusform>
            <numerusform>%Ln Zeilen mit noch nicht geladenen Werten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with values that could not be loaded</source>
        <translation>
            <numerusform>%Ln Zeile mit Werten, die nicht geladen werden konnten</numerusform>
            <numerusform>%Ln Zeilen mit Werten, die nicht geladen werden konnten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
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
        <source>replaces %Ln file(s) there</source>
        <translation>
            <numerusform>ersetzt dort %Ln Datei</numerusform>
            <numerusform>ersetzt dort %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Datei:</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountLoader</name>
    <message>
        <source>Nothing got through any more, so loading ended. %1</source>
        <extracomment>%1 is the reason, a sentence or two</extracomment>
        <translation>Es kam nichts mehr durch, darum endete das Laden. %1</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountMenu</name>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>opening</source>
        <extracomment>An account in a menu: its key is being fetched</extracomment>
        <translation>wird geöffnet</translation>
    </message>
    <message>
        <source>exporting</source>
        <extracomment>An account in a menu: a file is being written</extracomment>
        <translation>exportiert</translation>
    </message>
    <message>
        <source>loading</source>
        <extracomment>An account in a menu: it loads</extracomment>
        <translation>lädt</translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>An account in a menu: it is open, but another one is on screen</extracomment>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountPage</name>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
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
    <message>
        <source>More buttons</source>
        <translation>Weitere Schaltflächen</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Co&amp;nnect …</source>
        <translation>&amp;Verbinden …</translation>
    </message>
    <message>
        <source>Connect another account</source>
        <translation>Ein weiteres Konto verbinden</translation>
    </message>
    <message>
        <source>&amp;Edit …</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>Change the key, the endpoint or the proxy</source>
        <translation>Schlüssel, Endpunkt oder Proxy ändern</translation>
    </message>
    <message>
        <source>Rena&amp;me</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Change what the account is called here</source>
        <translation>Ändern, wie das Konto hier heißt</translation>
    </message>
    <message>
        <source>C&amp;heck</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Try the key, and see what it may view</source>
        <translation>Den Schlüssel ausprobieren und sehen, was er einsehen darf</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove it here, with its key</source>
        <translation>Hier entfernen, samt Schlüssel</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Tooltip of a button: what it does, and its key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No account is connected yet.</source>
        <translation>Noch ist kein Konto verbunden.</translation>
    </message>
    <message>
        <source>Connect one with a classic API key or an IBM Cloud API key.</source>
        <translation>Verbinden Sie eines mit einem klassischen API-Schlüssel oder einem IBM-Cloud-API-Schlüssel.</translation>
    </message>
    <message>
        <source>Connect an account …</source>
        <translation>Konto verbinden …</translation>
    </message>
    <message>
        <source>Its key is deleted from the keychain.</source>
        <translation>Sein Schlüssel wird aus dem Schlüsselbund gelöscht.</translation>
    </message>
    <message>
        <source>Its key is forgotten.</source>
        <translation>Sein Schlüssel wird vergessen.</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <extracomment>%1 is the name of an account</extracomment>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>%1 Nothing changes in the account itself.</source>
        <extracomment>%1 is a sentence that says what becomes of its key</extracomment>
        <translation>%1 Im Konto selbst ändert sich nichts.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the check</source>
        <translation>Die Prüfung anhalten</translation>
    </message>
    <message>
        <source>Checking the key …</source>
        <translation>Der Schlüssel wird geprüft …</translation>
    </message>
    <message>
        <source>Removing the key …</source>
        <translation>Der Schlüssel wird entfernt …</translation>
    </message>
</context>
<context>
    <name>layerscope::AccountsModel</name>
    <message>
        <source>IBM Cloud API key</source>
        <translation>IBM-Cloud-API-Schlüssel</translation>
    </message>
    <message>
        <source>Keychain</source>
        <extracomment>Where an account&apos;s key is kept</extracomment>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Diese Sitzung</translation>
    </message>
    <message>
        <source>%1, user %2, endpoint %3, key: %4</source>
        <extracomment>A row for screen readers: name, user, endpoint, where the key is</extracomment>
        <translation>%1, Benutzer %2, Endpunkt %3, Schlüssel: %4</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Key in</source>
        <extracomment>Column: where an account&apos;s key is kept</extracomment>
        <translation>Schlüssel in</translation>
    </message>
</context>
<context>
    <name>layerscope::AsOfStatus</name>
    <message>
        <source>Layerscope never changes anything in the account.</source>
        <translation>Layerscope ändert im Konto nie etwas.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesend</translation>
    </message>
</context>
<context>
    <name>layerscope::BandwidthChart</name>
    <message>
        <source>Point at a day, or use the arrow keys.</source>
        <translation>Auf einen Tag zeigen oder Pfeiltasten.</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>What each day has seen</source>
        <translation>Was an jedem Tag floss</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>How it adds up since the cycle began</source>
        <translation>Wie es sich seit Beginn des Zeitraums summiert</translation>
    </message>
    <message>
        <source>Public traffic in %1 a day (UTC)</source>
        <extracomment>Heading of a chart, %1: GB</extracomment>
        <translation>Öffentlicher Verkehr in %1 am Tag (UTC)</translation>
    </message>
    <message>
        <source>Public traffic in %1 since %2 (UTC)</source>
        <extracomment>Heading of a chart, %1: GB, %2: 22 Jan</extracomment>
        <translation>Öffentlicher Verkehr in %1 seit %2 (UTC)</translation>
    </message>
</context>
<context>
    <name>layerscope::BandwidthPanel</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Loading the traffic by day …</source>
        <translation>Der Verkehr je Tag wird geladen …</translation>
    </message>
    <message>
        <source>Not found, or not permitted.</source>
        <translation>Nicht gefunden oder nicht erlaubt.</translation>
    </message>
    <message>
        <source>It may be gone. Else the account&apos;s owner can give your user access to it, and the permission BANDWIDTH_MANAGE.</source>
        <translation>Vielleicht gibt es das nicht mehr. Sonst kann der Inhaber des Kontos Ihrem Benutzer den Zugriff darauf und die Berechtigung BANDWIDTH_MANAGE geben.</translation>
    </message>
    <message>
        <source>Your user may not see traffic.</source>
        <translation>Ihr Benutzer darf keinen Verkehr sehen.</translation>
    </message>
    <message>
        <source>The account&apos;s owner can give it the permission BANDWIDTH_MANAGE.</source>
        <translation>Der Inhaber des Kontos kann ihm die Berechtigung BANDWIDTH_MANAGE geben.</translation>
    </message>
    <message>
        <source>The traffic could not be loaded.</source>
        <translation>Der Verkehr konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>No data yet.</source>
        <translation>Noch keine Daten.</translation>
    </message>
    <message>
        <source>Nothing was recorded in this billing cycle.</source>
        <translation>In diesem Abrechnungszeitraum wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>No data.</source>
        <translation>Keine Daten.</translation>
    </message>
    <message>
        <source>Nothing was recorded in the last 30 days. The billing cycle is not known.</source>
        <translation>In den letzten 30 Tagen wurde nichts aufgezeichnet. Der Abrechnungszeitraum ist unbekannt.</translation>
    </message>
    <message>
        <source>Refreshing …</source>
        <translation>Wird aktualisiert …</translation>
    </message>
    <message>
        <source>Could not be refreshed. %1</source>
        <translation>Nicht aktualisiert. %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <extracomment>When the data was asked for: As of 10:02</extracomment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Last 30 days; the billing cycle is not known. %1</source>
        <translation>Letzte 30 Tage; der Abrechnungszeitraum ist unbekannt. %1</translation>
    </message>
</context>
<context>
    <name>layerscope::BandwidthPlot</name>
    <message>
        <source>Traffic by day</source>
        <translation>Verkehr je Tag</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Out %1</source>
        <translation>Ausgehend %1</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>Eingehend %1</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <extracomment>An amount of traffic: 43 GB a day</extracomment>
        <translation>%1 am Tag</translation>
    </message>
    <message>
        <source>%1 (above)</source>
        <extracomment>A line that is higher than the chart: Allocation 645 GB a day (above)</extracomment>
        <translation>%1 (darüber)</translation>
    </message>
    <message>
        <source>Projected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>Kontingent</translation>
    </message>
</context>
<context>
    <name>layerscope::BandwidthText</name>
    <message>
        <source>B</source>
        <extracomment>Bytes</extracomment>
        <translation>B</translation>
    </message>
    <message>
        <source>KB</source>
        <extracomment>Kilobytes</extracomment>
        <translation>KB</translation>
    </message>
    <message>
        <source>MB</source>
        <extracomment>Megabytes</extracomment>
        <translation>MB</translation>
    </message>
    <message>
        <source>GB</source>
        <extracomment>Gigabytes</extracomment>
        <translation>GB</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>An amount and its unit: 81.2 GB</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no data</source>
        <extracomment>Instead of an amount</extracomment>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1 · no data</source>
        <extracomment>A day, of whose traffic nothing is known: 22 Jan · no data</extracomment>
        <translation>%1 · keine Daten</translation>
    </message>
    <message>
        <source>%1 · out %2 · in %3</source>
        <extracomment>Traffic of a day: 22 Jan · out 81.2 GB · in 12.5 GB</extracomment>
        <translation>%1 · ausgehend %2 · eingehend %3</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <extracomment>A sum of which some parts are not known: at least this much.</extracomment>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>By %1 · out %2 · in %3</source>
        <extracomment>Traffic since the cycle began: By 22 Jan · out 812 GB · in 125 GB</extracomment>
        <translation>Bis %1 · ausgehend %2 · eingehend %3</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>%1 ausgehend</translation>
    </message>
    <message>
        <source>projected %1</source>
        <translation>erwartet %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>Of an allocation: of 20,000 GB</extracomment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>pay as you go</source>
        <translation>nach Verbrauch</translation>
    </message>
    <message>
        <source>No traffic was recorded.</source>
        <translation>Es wurde kein Verkehr aufgezeichnet.</translation>
    </message>
    <message>
        <source>From %1 to %2, days in UTC.</source>
        <translation>Von %1 bis %2, Tage in UTC.</translation>
    </message>
    <message>
        <source>Out %1, in %2.</source>
        <translation>Ausgehend %1, eingehend %2.</translation>
    </message>
    <message>
        <source>Most went out on %1: %2.</source>
        <translation>Am meisten ging am %1 hinaus: %2.</translation>
    </message>
    <message>
        <source>Days without data: %1.</source>
        <translation>Tage ohne Daten: %1.</translation>
    </message>
    <message>
        <source>%1 out, summed by day</source>
        <extracomment>Traffic: 775.1 GB out by day</extracomment>
        <translation>%1 ausgehend, nach Tagen summiert</translation>
    </message>
    <message>
        <source>&lt; %1 %2</source>
        <extracomment>Less than so much of a unit: &lt; 0.01 GB</extracomment>
        <translation>&lt; %1 %2</translation>
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
        <source>%1 %</source>
        <extracomment>A percentage</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>waiting to be loaded</source>
        <translation>wartet auf das Laden</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
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
        <source>In progress: %1</source>
        <extracomment>%1 is what is being done to a server, in the API&apos;s words: &quot;Service setup pending&quot;</extracomment>
        <translation>Läuft gerade: %1</translation>
    </message>
    <message>
        <source>%1, in progress: %2</source>
        <extracomment>%1 is a server&apos;s state, &quot;Active&quot;; %2 what is being done to it, in the API&apos;s words</extracomment>
        <translation>%1, läuft gerade: %2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
</context>
<context>
    <name>layerscope::ColumnActions</name>
    <message>
        <source>Cell to the left</source>
        <translation>Zelle links</translation>
    </message>
    <message>
        <source>Cell to the right</source>
        <translation>Zelle rechts</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Choose columns …</source>
        <translation>Spalten wählen …</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Sort by “%1”</source>
        <extracomment>%1 is the title of a column</extracomment>
        <translation>Nach „%1“ sortieren</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Schmaler</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Breiter</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <extracomment>%1 is the title of a column</extracomment>
        <translation>„%1“ ausblenden</translation>
    </message>
</context>
<context>
    <name>layerscope::ColumnChooser</name>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Search columns</source>
        <translation>Spalten suchen</translation>
    </message>
</context>
<context>
    <name>layerscope::ComparisonView</name>
    <message>
        <source>Only what differs</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Comparison of the selected servers</source>
        <translation>Vergleich der ausgewählten Server</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The first %1 of %2 selected servers are compared.</source>
        <translation>Verglichen werden die ersten %1 von %2 ausgewählten Servern.</translation>
    </message>
    <message>
        <source>Different: %1 · the same: %2</source>
        <extracomment>Counts of properties in which the compared servers differ, and do not</extracomment>
        <translation>Verschieden: %1 · gleich: %2</translation>
    </message>
    <message>
        <source>Loading what is missing…</source>
        <translation>Was fehlt, wird geladen …</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Try again what failed</source>
        <translation>Fehlgeschlagenes noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>layerscope::ConnectDialog</name>
    <message>
        <source>Connect an account</source>
        <translation>Konto verbinden</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <extracomment>Title of a dialog; %1 is the name of an account</extracomment>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Check key</source>
        <translation>Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Save and open</source>
        <translation>Speichern und öffnen</translation>
    </message>
    <message>
        <source>Open account</source>
        <translation>Konto öffnen</translation>
    </message>
    <message>
        <source>Reading the key …</source>
        <translation>Der Schlüssel wird gelesen …</translation>
    </message>
    <message>
        <source>Saving the key …</source>
        <translation>Der Schlüssel wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>layerscope::ConnectionForm</name>
    <message>
        <source>More options</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>Endpoint, proxy and company certificates</source>
        <translation>Endpunkt, Proxy und Zertifikate der Firma</translation>
    </message>
    <message>
        <source>&amp;Classic API key</source>
        <translation>&amp;Klassischer API-Schlüssel</translation>
    </message>
    <message>
        <source>&amp;IBM Cloud API key</source>
        <translation>&amp;IBM-Cloud-API-Schlüssel</translation>
    </message>
    <message>
        <source>Kind of key:</source>
        <translation>Art des Schlüssels:</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Benutzername:</translation>
    </message>
    <message>
        <source>API &amp;key:</source>
        <translation>API-&amp;Schlüssel:</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>The company&apos;s, once the key is checked</source>
        <translation>Der Firmenname, sobald der Schlüssel geprüft ist</translation>
    </message>
    <message>
        <source>Keep the key in the system&apos;s ke&amp;ychain</source>
        <translation>Den Schlüssel im Schlüsselb&amp;und des Systems aufbewahren</translation>
    </message>
    <message>
        <source>Else it is forgotten when Layerscope ends. It is never written to a file.</source>
        <translation>Sonst wird er vergessen, wenn Layerscope endet. In eine Datei geschrieben wird er nie.</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Private network, over VPN</source>
        <translation>Privates Netz, über VPN</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Andere Adresse</translation>
    </message>
    <message>
        <source>&amp;Endpoint:</source>
        <translation>&amp;Endpunkt:</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie im System eingestellt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>&amp;Proxy:</translation>
    </message>
    <message>
        <source>Pro&amp;xy address:</source>
        <translation>Pro&amp;xy-Adresse:</translation>
    </message>
    <message>
        <source>Proxy use&amp;r:</source>
        <translation>Proxy-Benutze&amp;r:</translation>
    </message>
    <message>
        <source>If it asks for one</source>
        <translation>Falls er einen verlangt</translation>
    </message>
    <message>
        <source>Proxy pass&amp;word:</source>
        <translation>Proxy-Pass&amp;wort:</translation>
    </message>
    <message>
        <source>Only if your company inspects TLS</source>
        <translation>Nur wenn Ihre Firma TLS untersucht</translation>
    </message>
    <message>
        <source>C&amp;hoose …</source>
        <translation>Wä&amp;hlen …</translation>
    </message>
    <message>
        <source>C&amp;A file:</source>
        <translation>C&amp;A-Datei:</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>The company&apos;s CA certificates</source>
        <translation>CA-Zertifikate der Firma</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Not used: this computer is reached without a proxy.</source>
        <translation>Nicht benutzt: Dieser Computer wird ohne Proxy erreicht.</translation>
    </message>
</context>
<context>
    <name>layerscope::CopyMenu</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>layerscope::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Select a row to see everything about it, or several servers to compare them.</source>
        <translation>Wählen Sie eine Zeile, um alles über sie zu sehen, oder mehrere Server, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Hardware and software</source>
        <translation>Hardware und Software</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>Rohes JSON</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Server %1</translation>
    </message>
    <message>
        <source>Bare metal</source>
        <translation>Physisch</translation>
    </message>
    <message>
        <source>Virtual</source>
        <translation>Virtuell</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) is/are still loading.</source>
        <translation>
            <numerusform>%Ln Teil lädt noch.</numerusform>
            <numerusform>%Ln Teile laden noch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) could not be loaded; the other tabs say why.</source>
        <translation>
            <numerusform>%Ln Teil war nicht zu bekommen; die anderen Reiter sagen, warum.</numerusform>
            <numerusform>%Ln Teile waren nicht zu bekommen; die anderen Reiter sagen, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
</context>
<context>
    <name>layerscope::DetailsSection</name>
    <message>
        <source>Part of the answer could not be read: %1, %2.</source>
        <translation>Ein Teil der Antwort war nicht lesbar: %1, %2.</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>Auswahl kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy section</source>
        <translation>Abschnitt kopieren</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>layerscope::DockTitle</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Wieder andocken</translation>
    </message>
    <message>
        <source>Open as a window</source>
        <translation>Als Fenster öffnen</translation>
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
    <message>
        <source>&quot;%1&quot; was not written: none of it could be loaded.</source>
        <translation>&quot;%1&quot; wurde nicht geschrieben: Nichts davon war zu bekommen.</translation>
    </message>
    <message>
        <source>%1 of %2 files were written.</source>
        <extracomment>%1 and %2 are numbers.</extracomment>
        <translation>%1 von %2 Dateien wurden geschrieben.</translation>
    </message>
    <message>
        <source>Stopped. %1</source>
        <translation>Angehalten. %1</translation>
    </message>
    <message>
        <source>What was written is not complete.</source>
        <translation>Was geschrieben wurde, ist unvollständig.</translation>
    </message>
    <message numerus="yes">
        <source>The filter cannot tell whether %1 rows belong in the file: the values it needs are not known.</source>
        <extracomment>%1 is the number</extracomment>
        <translation>
            <numerusform>Der Filter kann nicht sagen, ob %1 Zeile in die Datei gehört: Die Werte, die er braucht, sind nicht bekannt.</numerusform>
            <numerusform>Der Filter kann nicht sagen, ob %1 Zeilen in die Datei gehören: Die Werte, die er braucht, sind nicht bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n calls</source>
        <extracomment>%1 is why calls failed, e.g. &quot;503 Service Unavailable&quot;</extracomment>
        <translation>
            <numerusform>%1: %n Aufruf</numerusform>
            <numerusform>%1: %n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting until something reads &quot;%1&quot;.</source>
        <translation>Es wird gewartet, bis etwas „%1“ liest.</translation>
    </message>
    <message>
        <source>Texts that are longer than a cell of a workbook holds were cut: %1.</source>
        <translation>Texte, die länger sind, als eine Zelle einer Arbeitsmappe fasst, wurden gekürzt: %1.</translation>
    </message>
</context>
<context>
    <name>layerscope::ExportDialog</name>
    <message>
        <source>Load what is missing first, then write</source>
        <translation>Erst laden, was fehlt, dann schreiben</translation>
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
        <source>%Ln row(s) have values that could not be loaded; their fields stay empty, and the column row_state says why.</source>
        <translation>
            <numerusform>%Ln Zeile hat Werte, die nicht zu bekommen waren; ihre Felder bleiben leer, und die Spalte row_state sagt, warum.</numerusform>
            <numerusform>%Ln Zeilen haben Werte, die nicht zu bekommen waren; ihre Felder bleiben leer, und die Spalte row_state sagt, warum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the account are not listed.</source>
        <translation>
            <numerusform>%Ln Zeile des Kontos ist nicht aufgelistet.</numerusform>
            <numerusform>%Ln Zeilen des Kontos sind nicht aufgelistet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) may belong to these or not: the values that the filter needs are not known.</source>
        <translation>
            <numerusform>%Ln Zeile kann dazugehören oder nicht: Die Werte, die der Filter braucht, sind nicht bekannt.</numerusform>
            <numerusform>%Ln Zeilen können dazugehören oder nicht: Die Werte, die der Filter braucht, sind nicht bekannt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>layerscope::ExportFlow</name>
    <message>
        <source>The load was stopped, so no file was written.</source>
        <translation>Das Laden wurde angehalten; es wurde keine Datei geschrieben.</translation>
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
        <source>Cancel export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Open what was written</source>
        <translation>Öffnen, was geschrieben wurde</translation>
    </message>
    <message>
        <source>Show the file that was written in its folder</source>
        <translation>Die geschriebene Datei in ihrem Ordner zeigen</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>Exported %1 of %2 files</source>
        <extracomment>Files</extracomment>
        <translation>%1 von %2 Dateien exportiert</translation>
    </message>
    <message>
        <source>Give up this export; no file is left half written</source>
        <translation>Diesen Export aufgeben; keine Datei bleibt halb geschrieben zurück</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>There is no program here that opens %1.</source>
        <translation>Hier gibt es kein Programm, das %1 öffnet.</translation>
    </message>
</context>
<context>
    <name>layerscope::FactList</name>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>no data</source>
        <extracomment>Instead of an amount that the API does not tell</extracomment>
        <translation>keine Daten</translation>
    </message>
</context>
<context>
    <name>layerscope::FactText</name>
    <message>
        <source>$%1</source>
        <extracomment>US dollars, which is what SoftLayer bills in</extracomment>
        <translation>%1 $</translation>
    </message>
    <message>
        <source>−$%1</source>
        <translation>−%1 $</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 Mbit/s</source>
        <translation>%1 Mbit/s</translation>
    </message>
    <message>
        <source>%1 Gbit/s</source>
        <translation>%1 Gbit/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share in per cent</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <extracomment>A number of equal parts: &quot;4 × 2 TB SATA&quot;</extracomment>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>layerscope::FactView</name>
    <message>
        <source>%1 (the first %2 of %3 characters)</source>
        <extracomment>The beginning of a text that is too long to show, and how much of it that is</extracomment>
        <translation>%1 (die ersten %2 von %3 Zeichen)</translation>
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
        <source>What is not understood</source>
        <translation>Was nicht verstanden wurde</translation>
    </message>
    <message>
        <source>Shows the rows that have every word. F1 lists the words there are.</source>
        <translation>Zeigt die Zeilen, die jedes Wort haben. F1 zeigt, welche Wörter es gibt.</translation>
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
    <name>layerscope::HelpSheet</name>
    <message>
        <source>Keys and filter words</source>
        <translation>Tasten und Filterwörter</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>&amp;Filter words</source>
        <translation>&amp;Filterwörter</translation>
    </message>
    <message>
        <source>What to type</source>
        <translation>Was man tippt</translation>
    </message>
    <message>
        <source>Rows it finds</source>
        <translation>Zeilen, die es findet</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Word</source>
        <extracomment>Of a list of filter words; %1 is a table: &quot;Servers&quot;</extracomment>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Column of “%1”</source>
        <translation>Spalte von „%1“</translation>
    </message>
    <message>
        <source>With all of the words</source>
        <translation>Die alle Wörter haben</translation>
    </message>
    <message>
        <source>With just this; quotes also make plain text of what would mean something</source>
        <translation>Die genau das haben; in Anführungszeichen ist auch einfacher Text, was sonst etwas bedeutet</translation>
    </message>
    <message>
        <source>With this in that column; the words for columns are in the list of columns</source>
        <translation>Die das in dieser Spalte haben; die Wörter für Spalten stehen in der Liste der Spalten</translation>
    </message>
    <message>
        <source>With either of these in it</source>
        <translation>Die eins davon darin haben</translation>
    </message>
    <message>
        <source>That have just this there; of tags, as one of them</source>
        <translation>Die dort genau das haben; bei Tags als eines davon</translation>
    </message>
    <message>
        <source>With more; also &gt;=, &lt; and &lt;=, for numbers, dates and texts</source>
        <translation>Die mehr haben; auch &gt;=, &lt; und &lt;=, für Zahlen, Daten und Texte</translation>
    </message>
    <message>
        <source>The same with the number&apos;s unit</source>
        <translation>Dasselbe mit der Einheit der Zahl</translation>
    </message>
    <message>
        <source>The same with separators, in this way or that of your language</source>
        <translation>Dasselbe mit Trennzeichen, so oder wie in Ihrer Sprache</translation>
    </message>
    <message>
        <source>Since a year, a month, a day or a time</source>
        <translation>Seit einem Jahr, Monat, Tag oder Zeitpunkt</translation>
    </message>
    <message>
        <source>With this address and no other</source>
        <translation>Mit dieser Adresse und keiner anderen</translation>
    </message>
    <message>
        <source>With an address that begins so</source>
        <translation>Mit einer Adresse, die so beginnt</translation>
    </message>
    <message>
        <source>With an address in this network</source>
        <translation>Mit einer Adresse in diesem Netz</translation>
    </message>
    <message>
        <source>With an address from the first to the last</source>
        <translation>Mit einer Adresse von der ersten bis zur letzten</translation>
    </message>
    <message>
        <source>That have nothing there</source>
        <translation>Die dort nichts haben</translation>
    </message>
    <message>
        <source>Of which it is not known</source>
        <translation>Von denen man es nicht weiß</translation>
    </message>
    <message>
        <source>That have nothing there, or this</source>
        <translation>Die dort nichts haben oder das</translation>
    </message>
    <message>
        <source>All but these</source>
        <translation>Alle außer diesen</translation>
    </message>
    <message>
        <source>Of either side of “or”</source>
        <translation>Von einer der beiden Seiten von „or“</translation>
    </message>
    <message>
        <source>With this in any column; in “power” and yes/no columns if they are shown</source>
        <translation>Mit diesem in einer Spalte; in „power“ und Ja/Nein-Spalten, wenn gezeigt</translation>
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
        <source>The server does not answer</source>
        <translation>Der Server antwortet nicht</translation>
    </message>
</context>
<context>
    <name>layerscope::MainWindow</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>Window title: account and endpoint, program</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>About Layerscope</source>
        <translation>Über Layerscope</translation>
    </message>
    <message>
        <source>Enter the key …</source>
        <translation>Schlüssel eingeben …</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Layerscope %1&lt;/h3&gt;&lt;p&gt;The desktop window onto a SoftLayer (IBM Cloud Classic) account.&lt;br&gt;It only reads.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Layerscope %1&lt;/h3&gt;&lt;p&gt;Das Fenster auf ein SoftLayer-Konto (IBM Cloud Classic).&lt;br&gt;Es liest nur.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Close this account?</source>
        <translation>Dieses Konto schließen?</translation>
    </message>
    <message>
        <source>Close account</source>
        <translation>Konto schließen</translation>
    </message>
    <message>
        <source>Close Layerscope?</source>
        <translation>Layerscope beenden?</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem beenden</translation>
    </message>
    <message>
        <source>Open this account with its new settings?</source>
        <translation>Dieses Konto mit den neuen Einstellungen öffnen?</translation>
    </message>
    <message>
        <source>Open anew</source>
        <translation>Neu öffnen</translation>
    </message>
    <message>
        <source>%1 It was given up, because the account was removed.</source>
        <extracomment>%1 is a sentence: &quot;Acme: the export to “servers.csv” is not finished.&quot;</extracomment>
        <translation>%1 Er wurde aufgegeben, weil das Konto entfernt wurde.</translation>
    </message>
</context>
<context>
    <name>layerscope::MissingRowNote</name>
    <message>
        <source>with the ID %1</source>
        <extracomment>In place of the name of a row: &quot;The list of VLANs has no row with the ID 4711.&quot;</extracomment>
        <translation>mit der ID %1</translation>
    </message>
    <message>
        <source>The list of %1 is still loading. The row %2 is shown as soon as it arrives.</source>
        <extracomment>%1: &quot;VLANs&quot;, %2: a name in quotes, or &quot;with the ID 4711&quot;</extracomment>
        <translation>Die Liste der %1 wird noch geladen. Die Zeile %2 wird gezeigt, sobald sie ankommt.</translation>
    </message>
    <message>
        <source>The list of %1 has no row %2. It may be gone, or this key may not see it.</source>
        <extracomment>%1: &quot;VLANs&quot;, %2: a name in quotes, or &quot;with the ID 4711&quot;</extracomment>
        <translation>In der Liste der %1 gibt es keine Zeile %2. Vielleicht ist sie verschwunden, oder dieser Schlüssel darf sie nicht sehen.</translation>
    </message>
    <message>
        <source>The list of %1 is not complete, and has no row %2.</source>
        <extracomment>%1: &quot;VLANs&quot;, %2: a name in quotes, or &quot;with the ID 4711&quot;</extracomment>
        <translation>Die Liste der %1 ist unvollständig und hat keine Zeile %2.</translation>
    </message>
    <message>
        <source>“%1” (ID %2)</source>
        <extracomment>The name of a row, in quotes, and its ID</extracomment>
        <translation>„%1“ (ID %2)</translation>
    </message>
</context>
<context>
    <name>layerscope::NavigatorModel</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
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
        <source>Attention</source>
        <translation>Zu beachten</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>Pools</translation>
    </message>
    <message>
        <source>%1, unknown</source>
        <extracomment>For screen readers: the title of a list of which nobody knows how long it is</extracomment>
        <translation>%1, unbekannt</translation>
    </message>
</context>
<context>
    <name>layerscope::NothingSelected</name>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
</context>
<context>
    <name>layerscope::OpenAccount</name>
    <message>
        <source>%1: the export to “%2” is not finished.</source>
        <extracomment>%1 is the name of an account, %2 of a file or a folder</extracomment>
        <translation>%1: Der Export nach „%2“ ist nicht fertig.</translation>
    </message>
</context>
<context>
    <name>layerscope::OpeningNotice</name>
    <message>
        <source>Opening %1 …</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1 The keychain may be waiting for you. Meanwhile you can choose another account.</source>
        <extracomment>%1: &quot;Opening Acme …&quot;</extracomment>
        <translation>%1 Vielleicht wartet der Schlüsselbund auf Sie. Inzwischen können Sie ein anderes Konto wählen.</translation>
    </message>
</context>
<context>
    <name>layerscope::Pages</name>
    <message>
        <source>Some rows came without a usable id, so they are not listed.</source>
        <translation>Einige Zeilen kamen ohne brauchbare id, daher fehlen sie in der Liste.</translation>
    </message>
    <message>
        <source>The list changed again and again while it was read, so rows may be missing.</source>
        <translation>Die Liste änderte sich beim Lesen immer wieder, darum können Zeilen fehlen.</translation>
    </message>
    <message>
        <source>The list came in no order, and nobody told how long it is, so rows may be missing.</source>
        <translation>Die Liste kam ungeordnet, und niemand sagte, wie lang sie ist, darum können Zeilen fehlen.</translation>
    </message>
</context>
<context>
    <name>layerscope::PoolPanel</name>
    <message>
        <source>Details of the pool</source>
        <translation>Einzelheiten des Pools</translation>
    </message>
</context>
<context>
    <name>layerscope::ProblemsPopup</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Try these again</source>
        <translation>Diese noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>layerscope::RawJsonView</name>
    <message>
        <source>Copy property path</source>
        <translation>Eigenschaftspfad kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Search in the raw JSON</source>
        <translation>Im rohen JSON suchen</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>Rohes JSON</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>The match that is shown, of all matches</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Click a line to see its property path</source>
        <translation>Zeile anklicken, um ihren Pfad zu sehen</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>Auswahl kopieren</translation>
    </message>
</context>
<context>
    <name>layerscope::RelationLinks</name>
    <message>
        <source>Related rows</source>
        <translation>Zugehörige Zeilen</translation>
    </message>
    <message>
        <source>Shows it among the %1</source>
        <translation>Zeigt diese Zeile unter „%1“</translation>
    </message>
    <message>
        <source>Filters the %1 by %2</source>
        <extracomment>%1: &quot;servers&quot;; %2: words of a filter</extracomment>
        <translation>Filtert „%1“ nach %2</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <extracomment>Where a button leads to; %1: &quot;loading&quot;, &quot;not permitted&quot;, &quot;failed, can be tried again&quot;</extracomment>
        <translation>Nicht bekannt: %1</translation>
    </message>
</context>
<context>
    <name>layerscope::RowCopier</name>
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
        <source>Copy “%1” as one line</source>
        <extracomment>%1 is the title of a column</extracomment>
        <translation>„%1“ als eine Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy cell “%1”</source>
        <extracomment>%1 is the title of a column</extracomment>
        <translation>Zelle „%1“ kopieren</translation>
    </message>
</context>
<context>
    <name>layerscope::RowPanel</name>
    <message>
        <source>Details of the row</source>
        <translation>Einzelheiten der Zeile</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>Rohes JSON</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>This row is gone, or this key may not see it any more. Refresh takes it off the list.</source>
        <translation>Diese Zeile gibt es nicht mehr, oder dieser Schlüssel darf sie nicht mehr sehen. Aktualisieren nimmt sie von der Liste.</translation>
    </message>
    <message>
        <source>Not there, or this key may not see it</source>
        <translation>Nicht vorhanden, oder dieser Schlüssel darf es nicht sehen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Why something is missing, and the titles of the columns that are</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It is still loading.</source>
        <translation>Es wird noch geladen.</translation>
    </message>
    <message>
        <source>Not all of it could be loaded; the overview says why.</source>
        <translation>Nicht alles war zu bekommen; die Übersicht sagt, warum.</translation>
    </message>
    <message>
        <source>Select a row to see everything about it.</source>
        <translation>Wählen Sie eine Zeile, um alles über sie zu sehen.</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
</context>
<context>
    <name>layerscope::RowRetrier</name>
    <message>
        <source>Retry</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>layerscope::RowsPage</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>Rows on screen, of all rows that there are</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 loading</source>
        <translation>noch %1 zu laden</translation>
    </message>
</context>
<context>
    <name>layerscope::SearchEdit</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>layerscope::StartPage</name>
    <message>
        <source>See your whole SoftLayer account</source>
        <translation>Ihr ganzes SoftLayer-Konto sehen</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Ein Konto verbinden</translation>
    </message>
    <message>
        <source>With a classic API key or an IBM Cloud API key.</source>
        <translation>Mit einem klassischen API-Schlüssel oder einem IBM-Cloud-API-Schlüssel.</translation>
    </message>
    <message>
        <source>Your accounts</source>
        <translation>Ihre Konten</translation>
    </message>
    <message>
        <source>Manage accounts …</source>
        <translation>Konten verwalten …</translation>
    </message>
    <message>
        <source>Servers, bandwidth pools, networks and more, in seconds. Layerscope only reads.</source>
        <translation>Server, Bandbreiten-Pools, Netze und mehr, in Sekunden. Layerscope liest nur.</translation>
    </message>
    <message>
        <source>Connect …</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>layerscope::SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>layerscope::TableCells</name>
    <message>
        <source>%1, loading again</source>
        <translation>%1, lädt noch einmal</translation>
    </message>
    <message>
        <source>%1, from an earlier load</source>
        <translation>%1, von einem früheren Laden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>From an earlier load</source>
        <translation>Aus einem früheren Laden</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1; the refresh failed: %2</source>
        <extracomment>%1 is &quot;As of 14:02&quot;, %2 a sentence that says why</extracomment>
        <translation>%1; das Aktualisieren schlug fehl: %2</translation>
    </message>
    <message>
        <source>%1, %2 projected</source>
        <extracomment>Of a bandwidth pool&apos;s allocation; %1 is &quot;78 % used&quot;, %2 &quot;118 %&quot;</extracomment>
        <translation>%1, %2 erwartet</translation>
    </message>
    <message>
        <source>%1, over by %2 GB</source>
        <extracomment>%1 is &quot;78 % used, 118 % projected&quot;, %2 a number</extracomment>
        <translation>%1, %2 GB zu viel</translation>
    </message>
</context>
<context>
    <name>layerscope::TroubleNotice</name>
    <message>
        <source>Retry</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Copy request</source>
        <translation>Anfrage kopieren</translation>
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
        <source>Go to &amp;table</source>
        <translation>Zur &amp;Tabelle</translation>
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
        <source>&amp;Filtered (%1) …</source>
        <translation>&amp;Gefilterte (%1) …</translation>
    </message>
    <message>
        <source>&amp;Selected (%1) …</source>
        <translation>A&amp;usgewählte (%1) …</translation>
    </message>
    <message>
        <source>Go bac&amp;k</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Go for&amp;ward</source>
        <translation>Vor&amp;wärts</translation>
    </message>
    <message>
        <source>&amp;Open all</source>
        <translation>Alle &amp;öffnen</translation>
    </message>
    <message>
        <source>C&amp;lose all</source>
        <translation>Alle s&amp;chließen</translation>
    </message>
    <message>
        <source>Ne&amp;xt account</source>
        <translation>&amp;Nächstes Konto</translation>
    </message>
    <message>
        <source>&amp;Previous account</source>
        <translation>V&amp;origes Konto</translation>
    </message>
    <message>
        <source>Co&amp;nnect an account …</source>
        <translation>Konto &amp;verbinden …</translation>
    </message>
    <message>
        <source>&amp;Manage accounts …</source>
        <translation>&amp;Konten verwalten …</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiterladen</translation>
    </message>
    <message>
        <source>Load what is missing; what has arrived stays</source>
        <translation>Laden, was fehlt; was ankam, bleibt</translation>
    </message>
    <message>
        <source>&amp;Reset panels</source>
        <translation>Be&amp;reiche zurücksetzen</translation>
    </message>
    <message>
        <source>Go to ne&amp;xt panel</source>
        <translation>Zum näc&amp;hsten Bereich</translation>
    </message>
    <message>
        <source>Go to previo&amp;us panel</source>
        <translation>Zum vor&amp;igen Bereich</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>Noch &amp;einmal versuchen</translation>
    </message>
    <message>
        <source>&amp;Whole account …</source>
        <translation>Ganzes &amp;Konto …</translation>
    </message>
    <message>
        <source>&amp;Columns …</source>
        <translation>&amp;Spalten …</translation>
    </message>
    <message>
        <source>&amp;Keys and filter words</source>
        <translation>&amp;Tasten und Filterwörter</translation>
    </message>
    <message>
        <source>Com&amp;pact rows</source>
        <translation>Ko&amp;mpakte Zeilen</translation>
    </message>
    <message>
        <source>Export account as wor&amp;kbook …</source>
        <translation>Konto als Arbeitsma&amp;ppe exportieren …</translation>
    </message>
</context>
<context>
    <name>layerscope::WindowHelp</name>
    <message>
        <source>In a table: close and open a group or a pool</source>
        <translation>In einer Tabelle: eine Gruppe oder einen Pool schließen und öffnen</translation>
    </message>
    <message>
        <source>In a table: open all groups, or all pools</source>
        <translation>In einer Tabelle: alle Gruppen oder alle Pools öffnen</translation>
    </message>
    <message>
        <source>In a table: from cell to cell</source>
        <translation>In einer Tabelle: von Zelle zu Zelle</translation>
    </message>
    <message>
        <source>On a pool&apos;s member: that server, among the servers</source>
        <translation>Auf dem Mitglied eines Pools: dieser Server, unter den Servern</translation>
    </message>
    <message>
        <source>On a row: what can be done with it, and what it leads to</source>
        <translation>Auf einer Zeile: was man damit tun kann und wohin sie führt</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>In a table: the next name that begins so</source>
        <translation>In einer Tabelle: der nächste Name, der so beginnt</translation>
    </message>
    <message>
        <source>In the filter: filter at once</source>
        <translation>Im Filter: sofort filtern</translation>
    </message>
    <message>
        <source>In the filter: to the words that are offered, else to the rows</source>
        <translation>Im Filter: zu den angebotenen Wörtern, sonst zu den Zeilen</translation>
    </message>
    <message>
        <source>On a word that the filter offers: take it</source>
        <translation>Auf einem Wort, das der Filter anbietet: es nehmen</translation>
    </message>
    <message>
        <source>In the filter: put away what is offered; clear the filter</source>
        <translation>Im Filter: Angebotenes wegräumen; den Filter leeren</translation>
    </message>
    <message>
        <source>In the search of raw JSON: the next match, the one before</source>
        <translation>In der Suche im JSON: der nächste Treffer, der vorige</translation>
    </message>
    <message>
        <source>In the search of raw JSON: clear the words, then go to the text</source>
        <translation>In der Suche im JSON: die Wörter löschen, dann zum Text</translation>
    </message>
</context>
<context>
    <name>layerscope::WindowMenus</name>
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
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Ta&amp;bles</source>
        <translation>Ta&amp;bellen</translation>
    </message>
    <message>
        <source>Colu&amp;mn</source>
        <translation>S&amp;palte</translation>
    </message>
    <message>
        <source>More menus</source>
        <translation>Weitere Menüs</translation>
    </message>
</context>
</TS>
