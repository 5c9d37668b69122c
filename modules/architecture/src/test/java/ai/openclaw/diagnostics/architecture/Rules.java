package ai.openclaw.diagnostics.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules, for any prefix of packages, so that they can be tried on a house that is out of order. */
final class Rules {

    private Rules() {}

    /** Classes of a module depend, within the prefix, on their own module and the allowed ones only. */
    static ArchRule dependsOnlyOn(String prefix, String module, Set<String> allowed) {
        DescribedPredicate<JavaClass> forbidden = DescribedPredicate.describe(
                "other rooms than " + allowed,
                type -> type.getPackageName().startsWith(prefix)
                        && !module(prefix, type).equals(module)
                        && !allowed.contains(module(prefix, type)));
        return noClasses()
                .that()
                .resideInAPackage(prefix + module + "..")
                .should()
                .dependOnClassesThat(forbidden);
    }

    /** No class of the package knows Vert.x or Netty. */
    static ArchRule withoutVertx(String packageName) {
        return noClasses()
                .that()
                .resideInAPackage(packageName + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..");
    }

    /** Modules depend on each other in one direction. */
    static ArchRule noCycles(String prefix) {
        return slices().matching(prefix + "(*)..").should().beFreeOfCycles();
    }

    /** So do the packages of a module, and all others. */
    static ArchRule noCyclesOfPackages(String prefix) {
        return slices().matching(prefix + "(**)").should().beFreeOfCycles();
    }

    /**
     * A public type is used by a class of another package, is in a public signature of one that is, is one of the
     * kinds that such a one comes in, or is an exception, which callers may meet without naming it.
     *
     * @param exempt types that are public for the Java launcher or the service loader
     */
    static ArchRule nothingPublicInVain(String prefix, Set<String> exempt) {
        return classes()
                .that(DescribedPredicate.describe(
                        "are public and not exempt",
                        type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                                && type.isTopLevelClass()
                                && !type.isAssignableTo(Throwable.class)
                                && !exempt.contains(type.getName())))
                .should(new NeededElsewhere(prefix));
    }

    static String module(String prefix, JavaClass type) {
        String rest = type.getPackageName().substring(prefix.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }

    private static final class NeededElsewhere extends ArchCondition<JavaClass> {
        private final String prefix;
        private final Set<JavaClass> needed = new HashSet<>();

        NeededElsewhere(String prefix) {
            super("be needed by another package");
            this.prefix = prefix;
        }

        @Override
        public void init(Collection<JavaClass> publicTypes) {
            publicTypes.stream().filter(this::isUsedElsewhere).forEach(this::need);
        }

        private boolean isUsedElsewhere(JavaClass type) {
            return type.getDirectDependenciesToSelf().stream()
                    .map(dependency -> dependency.getOriginClass())
                    .filter(origin -> origin.getPackageName().startsWith(prefix))
                    .anyMatch(origin -> !origin.getPackageName().equals(type.getPackageName()));
        }

        private void need(JavaClass type) {
            if (needed.add(type)) {
                Stream.concat(publicSignatures(type), type.getSubclasses().stream())
                        .filter(named -> named.getPackageName().startsWith(prefix))
                        .forEach(this::need);
            }
        }

        private static Stream<JavaClass> publicSignatures(JavaClass type) {
            Set<JavaClass> supertypes = Stream.concat(
                            type.getRawInterfaces().stream(), type.getRawSuperclass().stream())
                    .collect(Collectors.toSet());
            Stream<JavaClass> members = type.getCodeUnits().stream()
                    .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                    .flatMap(Rules::signature);
            return Stream.concat(supertypes.stream(), members);
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            events.add(new SimpleConditionEvent(
                    type, needed.contains(type), type.getName() + " is public, but no other package needs it"));
        }
    }

    private static Stream<JavaClass> signature(JavaCodeUnit member) {
        return Stream.concat(
                member.getReturnType().getAllInvolvedRawTypes().stream(),
                member.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()));
    }
}
