import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Validates each PDF named against PDF/A-3a and PDF/UA-1; exit code 1 if any fails. */
class Verapdf {
    static final Map<String, String> STANDARDS =
            new TreeMap<>(Map.of("3a", "PDFA-3A", "ua1", "PDFUA-1"));

    public static void main(String[] names) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean passed = names.length > 0;
        for (String name : names) {
            for (Map.Entry<String, String> standard : STANDARDS.entrySet()) {
                passed &= passes(name, standard.getKey(), standard.getValue());
            }
        }
        System.exit(passed ? 0 : 1);
    }

    static boolean passes(String name, String flavour, String profile) throws Exception {
        String rules = "/org/verapdf/pdfa/validation/" + profile + ".xml";
        ValidationProfile read = Profiles.profileFromXml(Verapdf.class.getResourceAsStream(rules));
        try (PDFAParser parser =
                Foundries.defaultInstance()
                        .createParser(new File(name), PDFAFlavour.byFlavourId(flavour))) {
            ValidationResult result =
                    Foundries.defaultInstance().createValidator(read, true).validate(parser);
            boolean passes = result.isCompliant();
            System.out.printf(
                    "%-4s %-8s %s%n", passes ? "PASS" : "FAIL", profile, new File(name).getName());
            failures(result).forEach((rule, times) -> System.out.printf("     %s (%d times)%n", rule, times));
            return passes;
        }
    }

    /** Returns each rule that is broken and how often. */
    static Map<String, Integer> failures(ValidationResult result) {
        Map<String, Integer> times = new TreeMap<>();
        for (TestAssertion found : result.getTestAssertions()) {
            if (found.getStatus() == TestAssertion.Status.FAILED) {
                String rule = found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber();
                times.merge(rule + " " + found.getMessage(), 1, Integer::sum);
            }
        }
        return times;
    }
}
